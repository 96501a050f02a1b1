package de.lokalwillkommen.admin.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.lokalwillkommen.core.dayorders.Announcement;
import de.lokalwillkommen.core.kernel.Refused;
import de.lokalwillkommen.web.rest.JsonBody;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AnnouncementPatchTest {

  private static final Optional<Announcement> OWN =
      Optional.of(Announcement.own(Map.of("de", "Kaffee", "en", "Coffee")));

  private static Announcement patched(Optional<Announcement> present, String sent) {
    return new AnnouncementPatch(JsonBody.read(sent)).applyTo(present);
  }

  @Test
  void wordsThatAreNotNamedStay() {
    assertThat(patched(OWN, "{\"texts\":{\"en\":\"Tea\"}}"))
        .isEqualTo(Announcement.own(Map.of("de", "Kaffee", "en", "Tea")));
    assertThat(patched(OWN, "{\"texts\":{\"en\":null}}"))
        .isEqualTo(Announcement.own(Map.of("de", "Kaffee")));
    assertThat(patched(OWN, "{}")).isEqualTo(OWN.orElseThrow());
    assertThatThrownBy(() -> patched(OWN, "{\"texts\":null}")).isInstanceOf(Refused.class);
  }

  @Test
  void theLanguageChangesAloneAndGoesWithTheKind() {
    Optional<Announcement> without = Optional.of(Announcement.without("ar"));

    assertThat(patched(without, "{\"language\":\"tr\"}")).isEqualTo(Announcement.without("tr"));
    assertThat(patched(without, "{\"kind\":\"NO_LIFT\"}"))
        .isEqualTo(Announcement.of(Announcement.Kind.NO_LIFT));
    assertThatThrownBy(() -> patched(without, "{\"language\":null}")).isInstanceOf(Refused.class);
  }

  @Test
  void theFirstOneNamesItsKind() {
    assertThatThrownBy(() -> patched(Optional.empty(), "{\"language\":\"ar\"}"))
        .hasMessage("problem.field.missing");
    assertThat(patched(Optional.empty(), "{\"kind\":\"NO_PAPER\"}"))
        .isEqualTo(Announcement.of(Announcement.Kind.NO_PAPER));
  }
}
