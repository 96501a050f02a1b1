package de.lokalwillkommen.admin.page;

import static org.assertj.core.api.Assertions.assertThat;

import de.lokalwillkommen.core.calling.LineView.Why;
import de.lokalwillkommen.web.text.Language;
import de.lokalwillkommen.web.text.Texts;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

class LineInWordsTest {

  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

  private final Texts texts = Texts.of("admin");
  private final SpokenLanguages languages = new SpokenLanguages(texts);
  private final LineInWords words = new LineInWords(texts, languages);
  private final Language german = texts.language("de");

  @Test
  void everyReasonIsInTheReadersLanguage() {
    assertThat(why("longest")).isEqualTo("wartet am längsten");
    assertThat(why("waits", Duration.ofMinutes(34))).isEqualTo("wartet seit 34 min");
    assertThat(why("handedOn", "Raum 3")).isEqualTo("weitergegeben an Raum 3");
    assertThat(why("from", "Eving")).isEqualTo("Nummer aus Eving");
    assertThat(why("urgent", "Frist läuft heute ab")).isEqualTo("dringend: Frist läuft heute ab");
    assertThat(why("urgent", "so")).isEqualTo("dringend: so");
    assertThat(words.why(new Why("handedOn", List.of("Raum 3")), BERLIN, texts.language("en")))
        .isEqualTo("transferred to Raum 3");
  }

  @Test
  void languagesAreCalledByTheirNamesInTheReadersLanguage() {
    assertThat(why("needs", "fa", "Raum 2")).isEqualTo("braucht Persisch (Farsi, Dari): Raum 2");
    assertThat(why("needs", "ar", "Raum 2")).isEqualTo("braucht Arabisch: Raum 2");
    assertThat(
            words.why(
                List.of(new Why("needs", List.of("ar", "Room 2"))), BERLIN, texts.language("en")))
        .isEqualTo("needs Arabic: Room 2");
  }

  @Test
  void everyLanguageHasANameInTheLanguageOfEveryReader() {
    for (Language reader : texts.languages()) {
      assertThat(languages.list())
          .extracting(language -> languages.nameOf(language, reader))
          .as(reader.tag())
          .doesNotHaveDuplicates()
          .noneMatch(String::isBlank);
    }
    assertThat(languages.list())
        .extracting(language -> languages.nameOf(language, german))
        .startsWith("Deutsch", "Leichte Sprache", "Englisch", "Arabisch")
        .contains("Kurdisch (Sorani)", "Kurdisch (Kurmandschi)", "Ukrainisch", "Türkisch");
    assertThat(languages.bothNamesOf(languages.get("tr"), german))
        .startsWith("Türkisch")
        .contains("Türkçe");
    assertThat(languages.bothNamesOf(languages.german(), german)).isEqualTo("Deutsch");
  }

  @Test
  void instantsAreInTheOfficesTimeZone() {
    Instant slot = Instant.parse("2026-07-01T08:40:00Z");
    assertThat(why("appointment.onTime", slot)).isEqualTo("Termin 10:40, pünktlich");
    assertThat(why("appointment.bitLate", slot, 12L)).isEqualTo("Termin 10:40, 12 min später da");
    assertThat(why("appointment.late", slot, 22L))
        .isEqualTo("Termin 10:40, 22 min zu spät: wie ohne Termin");
  }

  @Test
  void severalReasonsAreOneSentence() {
    Why urgent = new Why("urgent", List.of("Krise"));
    Why handedOn = new Why("handedOn", List.of("Raum 3"));
    assertThat(words.why(List.of(urgent, handedOn), BERLIN, german))
        .isEqualTo("dringend: Krise; weitergegeben an Raum 3");
  }

  @Test
  void waitsAreInMinutesAndFromAnHourOnInHours() {
    assertThat(words.duration(Duration.ofSeconds(59), german)).isEqualTo("0 min");
    assertThat(words.duration(Duration.ofMinutes(59), german)).isEqualTo("59 min");
    assertThat(words.duration(Duration.ofMinutes(65), german)).isEqualTo("1 h 5 min");
    assertThat(words.duration(Duration.ofSeconds(-3), german)).isEqualTo("0 min");
    assertThat(words.duration(Duration.ofMinutes(12), texts.language("ar"))).startsWith("12");
  }

  @Test
  void everyLanguageOfTheVisitorsHasItsOwnNameAndDirection() {
    assertThat(languages.list())
        .extracting(Language::ownName)
        .startsWith("Deutsch", "Leichte Sprache", "English", "العربية")
        .contains("Українська", "Türkçe", "Français", "Română", "Български")
        .doesNotHaveDuplicates()
        .noneMatch(String::isBlank);
    assertThat(languages.list().stream().filter(Language::rightToLeft).map(Language::tag))
        .containsExactlyInAnyOrder("ar", "fa", "ckb", "ps");
  }

  @Test
  void anUnexpectedLanguageIsShownToo() {
    assertThat(languages.get("it").ownName()).isEqualTo("Italiano");
    assertThat(languages.includes("it")).isFalse();
  }

  private String why(String key, Object... arguments) {
    return words.why(new Why(key, List.of(arguments)), BERLIN, german);
  }
}
