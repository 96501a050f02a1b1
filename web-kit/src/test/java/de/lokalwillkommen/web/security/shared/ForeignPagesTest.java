package de.lokalwillkommen.web.security.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ForeignPagesTest {

  private static final String OURS = "https://ours.example";

  private static boolean isForeign(List<String> sites, List<String> origins, boolean socket) {
    return ForeignPages.haveSent(sites, origins, socket, OURS::equals);
  }

  @Test
  void clientsThatAreNotBrowsersSendNothing() {
    assertThat(isForeign(List.of(), List.of(), false)).isFalse();
    assertThat(isForeign(List.of(), List.of(), true)).isFalse();
  }

  @Test
  void ourPagesAndThePersonAtTheBrowserAreNotForeign() {
    assertThat(isForeign(List.of("same-origin"), List.of(OURS), false)).isFalse();
    assertThat(isForeign(List.of("none"), List.of(), false)).isFalse();
    assertThat(isForeign(List.of("same-origin"), List.of(OURS), true)).isFalse();
  }

  @Test
  void otherSitesAre() {
    assertThat(isForeign(List.of("cross-site"), List.of(), false)).isTrue();
    assertThat(isForeign(List.of("same-site"), List.of(OURS), true)).isTrue();
    assertThat(isForeign(List.of("same-origin", "cross-site"), List.of(), false)).isTrue();
    assertThat(isForeign(List.of(), List.of("https://other.example"), false)).isTrue();
    assertThat(isForeign(List.of(), List.of(OURS, "https://other.example"), true)).isTrue();
  }

  @Test
  void onlyFormsMayLeaveTheirOriginUnsaid() {
    assertThat(isForeign(List.of("same-origin"), List.of("null"), false)).isFalse();
    assertThat(isForeign(List.of("same-origin"), List.of("null"), true)).isTrue();
  }
}
