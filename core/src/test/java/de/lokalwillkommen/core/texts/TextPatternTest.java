package de.lokalwillkommen.core.texts;

import static org.assertj.core.api.Assertions.assertThat;

import de.lokalwillkommen.core.kernel.Refusal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextPatternTest {

  private static final String PEOPLE =
      "{0, plural, =0 {Niemand wartet} one {# Person wartet} other {# Personen warten}}";
  private static final String ROOM = "Nummer {0}, {1}";

  private static String objection(String entered, String language, String... shipped) {
    return TextPattern.findObjection(entered, language, List.of(shipped))
        .map(Refusal::key)
        .orElse("none");
  }

  @Test
  void otherWordsAreRight() {
    assertThat(objection("Niemand ist vor Ihnen", "de", "Keiner wartet")).isEqualTo("none");
    assertThat(objection("{1}: Nummer {0}", "de", ROOM)).isEqualTo("none");
    assertThat(objection("L'école: {0}, {1}", "fr", ROOM)).isEqualTo("none");
    assertThat(objection("غرفة {1} – رقم {0}", "ar", ROOM)).isEqualTo("none");
  }

  @Test
  void aTextHasTheArgumentsOfTheShippedOne() {
    assertThat(objection("Nummer {0}", "de", ROOM)).isEqualTo("text.arguments");
    assertThat(objection("Nummer {0}, {1}, {2}", "de", ROOM)).isEqualTo("text.arguments");
    assertThat(objection("Nummer {0}, {room}", "de", ROOM)).isEqualTo("text.arguments");
    assertThat(objection("Guten Tag {0}", "de", "Guten Tag")).isEqualTo("text.arguments");
    assertThat(objection("Beratung {0}", "de")).isEqualTo("text.arguments");
    // the apostrophe quotes the argument away
    assertThat(objection("Nummer '{0}', {1}", "de", ROOM)).isEqualTo("text.arguments");
  }

  /** What the comparison of an import would not show. */
  @Test
  void charactersThatHideOrTurnWordsAreRefused() {
    assertThat(objection("\u202e{0}\u202c, {1}", "de", ROOM)).isEqualTo("text.control");
    assertThat(objection("\u2067{0}, {1}", "de", ROOM)).isEqualTo("text.control");
    assertThat(objection("\u2068{0}\u2069, {1}", "de", ROOM)).isEqualTo("none");
    assertThat(objection("\u2060", "de", "Weiter")).isEqualTo("text.empty");
    assertThat(objection("\u200b \u200b", "de", "Weiter")).isEqualTo("text.empty");
  }

  @Test
  void aRefusalNamesTheArguments() {
    assertThat(TextPattern.findObjection("Nummer {0}", "de", List.of(ROOM)))
        .hasValueSatisfying(
            refusal -> {
              assertThat(refusal.arguments()).containsExactly("{0}, {1}", "{0}");
              assertThat(refusal.facts()).containsEntry("field", "text");
            });
  }

  /** The page would fail: a room is no number. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "{0, number} {1}",
        "{0} {1, plural, one {x} other {y}}",
        "{0, date} {1}",
        "{0} {1, select, other {x}}",
        "{0, choice, 0#x|1#y} {1}",
        "{0, spellout} {1}"
      })
  void aWordIsNotSaidAsANumber(String entered) {
    assertThat(objection(entered, "de", ROOM)).isEqualTo("text.kind");
  }

  @Test
  void aNumberMayBeSaidWithoutForms() {
    assertThat(objection("Wartende: {0}", "de", PEOPLE)).isEqualTo("none");
  }

  @Test
  void everyPluralFormOfTheLanguageIsThere() {
    assertThat(objection("{0, plural, one {# Mensch} other {# Menschen}}", "de", PEOPLE))
        .isEqualTo("none");
    assertThat(objection("{0, plural, other {# Menschen}}", "de", PEOPLE)).isEqualTo("text.forms");
    assertThat(
            TextPattern.findObjection(
                "{0, plural, one {شخص} other {أشخاص}}", "ar", List.of(PEOPLE)))
        .hasValueSatisfying(
            refusal -> assertThat(refusal.arguments()).containsExactly("few, many, two, zero"));
    // a form within a form is none of the plural itself
    assertThat(objection("{0, plural, other {{0, plural, one {a} other {b}}}}", "de", PEOPLE))
        .isEqualTo("text.forms");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "Nummer {0;text.pattern",
        "Nummer {;text.pattern",
        "Nummer {0, plural, one};text.pattern",
        "Nummer {0, plural, one {x}};text.pattern",
        "Nummer {-1};text.pattern",
        "'  ';text.empty",
        "'';text.empty"
      })
  void aMalformedPatternIsRefused(String entered, String key) {
    assertThat(objection(entered, "de", PEOPLE)).isEqualTo(key);
  }

  @Test
  void aTextOfAnEmptyFormIsEmpty() {
    assertThat(objection("{0, plural, one {} other {x}}", "de", PEOPLE)).isEqualTo("text.empty");
  }

  @Test
  void aTextIsNotTooLongAndHasNoControlCharacters() {
    assertThat(objection("x".repeat(1000), "de", "x")).isEqualTo("none");
    assertThat(objection("x".repeat(1001), "de", "x")).isEqualTo("text.tooLong");
    assertThat(objection("a\u0007b", "de", "x")).isEqualTo("text.control");
    assertThat(TextPattern.tidy(" one\r\ntwo\n")).isEqualTo("one two");
  }

  /** A pattern of many open braces must not end in anything but a refusal. */
  @Test
  void aDeepPatternIsRefused() {
    assertThat(objection("{0, plural, other {".repeat(50), "de", PEOPLE)).isEqualTo("text.pattern");
  }
}
