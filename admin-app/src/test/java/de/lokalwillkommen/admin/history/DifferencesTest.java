package de.lokalwillkommen.admin.history;

import static org.assertj.core.api.Assertions.assertThat;

import de.lokalwillkommen.admin.history.Differences.Difference;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DifferencesTest {

  @Test
  void onlyMembersThatAreDifferentAreListed() {
    assertThat(
            Differences.list(
                "{\"v\":1,\"kind\":\"weekly\",\"desks\":2,\"from\":480,\"old\":true}",
                "{\"v\":2,\"kind\":\"weekly\",\"desks\":3,\"from\":480,\"new\":[\"a\",\"b\"]}"))
        .containsExactly(
            new Difference("desks", Optional.of("2"), Optional.of("3")),
            new Difference("new", Optional.empty(), Optional.of("a, b")),
            new Difference("old", Optional.of("true"), Optional.empty()));
  }

  @Test
  void allMembersOfSomethingNewAreListed() {
    assertThat(Differences.list("", "{\"v\":1,\"slots\":{\"housing\":2},\"reason\":\"Umzug\"}"))
        .containsExactly(
            new Difference("reason", Optional.empty(), Optional.of("Umzug")),
            new Difference("slots", Optional.empty(), Optional.of("housing 2")));
  }

  /** As the first versions wrote it, or a newer one that writes something else. */
  @Test
  void aStateThatIsNoJsonIsListedWhole() {
    assertThat(Differences.list("weekly;1;480", "[1]"))
        .containsExactly(new Difference("", Optional.of("weekly;1;480"), Optional.of("[1]")));
    assertThat(Differences.list("{\"broken\":", ""))
        .containsExactly(new Difference("", Optional.of("{\"broken\":"), Optional.empty()));
  }
}
