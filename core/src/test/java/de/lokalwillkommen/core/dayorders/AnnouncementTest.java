package de.lokalwillkommen.core.dayorders;

import static de.lokalwillkommen.core.kernel.Refusals.refusalOf;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AnnouncementTest {

  @Test
  void ownWordsAreInTheLanguageOfTheReaderElseInGerman() {
    Announcement own = Announcement.own(Map.of("de", " Heute mit Kaffee ", "ar", " ", "en", "Tea"));

    assertThat(own.texts()).containsOnlyKeys("de", "en");
    assertThat(own.ownWordsFor("en")).isEqualTo("Tea");
    assertThat(own.languageFor("en")).isEqualTo("en");
    assertThat(own.ownWordsFor("ar")).isEqualTo("Heute mit Kaffee");
    assertThat(own.languageFor("ar")).isEqualTo("de");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "  ",
        "one\ntwo",
        "back\u0008",
        "\u202egnal",
        "a \u2067b",
        "one\u2028two",
      })
  void wordsThatCannotBeShownInOneLineAreRefused(String words) {
    assertThat(refusalOf(() -> Announcement.own(Map.of("de", words))).facts())
        .containsEntry("field", "text-de");
  }

  @Test
  void wordsAreRefusedFromACharacterTooMany() {
    String longest = "x".repeat(Announcement.LONGEST);

    assertThat(Announcement.own(Map.of("de", longest)).ownWordsFor("de")).isEqualTo(longest);
    assertThat(refusalOf(() -> Announcement.own(Map.of("de", longest + "x"))).key())
        .isEqualTo("day.text");
    assertThat(refusalOf(() -> Announcement.own(Map.of("de", "x", "en", longest + "x"))).facts())
        .containsEntry("field", "text-en");
  }

  @Test
  void aMissingLanguageIsNamed() {
    assertThat(Announcement.without("ar").language()).contains("ar");
    assertThat(
            refusalOf(
                    () ->
                        new Announcement(
                            Announcement.Kind.WITHOUT_LANGUAGE, Optional.empty(), Map.of()))
                .key())
        .isEqualTo("day.language");
    assertThat(refusalOf(() -> Announcement.without("<b>")).key()).isEqualTo("day.language");
  }

  @Test
  void aReadyMadeAnnouncementHasNoOwnWords() {
    Announcement lift =
        new Announcement(
            Announcement.Kind.NO_LIFT, Optional.of("ar"), Map.of("de", "something else"));

    assertThat(lift).isEqualTo(Announcement.of(Announcement.Kind.NO_LIFT));
  }
}
