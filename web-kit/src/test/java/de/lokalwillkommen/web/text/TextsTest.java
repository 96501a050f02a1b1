package de.lokalwillkommen.web.text;

import static org.assertj.core.api.Assertions.assertThat;

import de.lokalwillkommen.core.texts.TextOverlay;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/**
 * The texts of an application made for this test: complete in German and Arabic, half of them
 * missing in English.
 */
class TextsTest {

  private static final String GREETING = "home.greeting";

  private final Texts texts = Texts.of("halfsaid");

  @Test
  void anIncompleteLanguageIsNeverOffered() {
    assertThat(texts.languages()).extracting(Language::tag).containsExactly("de", "ar");
    assertThat(texts.find("en")).isEmpty();
    assertThat(texts.language("en").tag()).isEqualTo("de");
  }

  @Test
  void anIncompleteLanguageIsNotNegotiated() {
    assertThat(texts.negotiate("en").tag()).isEqualTo("de");
    assertThat(texts.negotiate("en, ar;q=0.5").tag()).isEqualTo("ar");
    assertThat(texts.negotiate("ar-EG, en;q=0.9").tag()).isEqualTo("ar");
  }

  @Test
  void aMalformedLanguageListMeansGerman() {
    assertThat(texts.negotiate(null).tag()).isEqualTo("de");
    assertThat(texts.negotiate(" ").tag()).isEqualTo("de");
    assertThat(texts.negotiate("not a header;;q=x").tag()).isEqualTo("de");
    assertThat(texts.negotiate("tlh").tag()).isEqualTo("de");
  }

  @Test
  void anotherWordingAppliesAtOnceAndIsTakenBack() {
    AtomicReference<TextOverlay> overlay = new AtomicReference<>(TextOverlay.NONE);
    Texts worded = Texts.of("kiosk", overlay::get);
    String shipped = worded.get(worded.language("ar"), GREETING);

    overlay.set(new TextOverlay(1, Map.of("ar", Map.of("kiosk/" + GREETING, "أهلا"))));
    assertThat(worded.get(worded.language("ar"), GREETING)).isEqualTo("أهلا");
    assertThat(worded.get(worded.language("de"), GREETING)).isEqualTo("Guten Tag!");
    assertThat(worded.version()).isEqualTo(1);

    overlay.set(new TextOverlay(2, Map.of()));
    assertThat(worded.get(worded.language("ar"), GREETING)).isEqualTo(shipped);
  }

  @Test
  void aTextOfAnotherApplicationIsNotMixedUp() {
    Texts worded =
        Texts.of(
            "kiosk",
            () -> new TextOverlay(1, Map.of("de", Map.of("display/" + GREETING, "other"))));

    assertThat(worded.get(worded.language("de"), GREETING)).isEqualTo("Guten Tag!");
  }

  @Test
  void aTopicOfTheInstallationSpeaksGermanWhereItHasNoOtherName() {
    Texts worded =
        Texts.of(
            "kiosk",
            () ->
                new TextOverlay(
                    1,
                    Map.of(
                        "de", Map.of("web/topic.debts", "Schulden"),
                        "en", Map.of("web/topic.debts", "Debts"))));

    assertThat(worded.languages()).extracting(Language::tag).containsExactly("de", "en", "ar");
    assertThat(worded.has("topic.debts")).isTrue();
    assertThat(worded.get(worded.language("en"), "topic.debts")).isEqualTo("Debts");
    assertThat(worded.get(worded.language("ar"), "topic.debts")).isEqualTo("Schulden");
  }

  @Test
  void anOfficeHasItsOneNameInEveryLanguageInWhichItHasNoOther() {
    Texts worded =
        Texts.of(
            "kiosk",
            () -> new TextOverlay(3, Map.of("ar", Map.of("web/officeName.hoerde", "هورده"))));

    assertThat(worded.office(worded.language("ar"), "hoerde", "Hörde"))
        .isEqualTo(new ShownName("هورده", "ar"))
        .hasToString("هورده");
    assertThat(worded.office(worded.language("en"), "hoerde", "Hörde"))
        .isEqualTo(new ShownName("Hörde", "de"));
    assertThat(worded.languages()).isEqualTo(Texts.of("kiosk").languages());
  }

  @Test
  void aTopicThatIsReadBeforeItsNameHasItsIdentifier() {
    assertThat(texts.get(texts.language("de"), "topic.debts")).isEqualTo("debts");
    assertThat(texts.has("topic.debts")).isFalse();
  }

  @Test
  void ownTextsCompleteALanguage() {
    Map<String, String> missing = new HashMap<>();
    texts
        .patterns(texts.language("de"))
        .forEach((key, pattern) -> missing.put("halfsaid/" + key, pattern));

    Texts worded = Texts.of("halfsaid", () -> new TextOverlay(1, Map.of("en", missing)));

    assertThat(worded.languages()).extracting(Language::tag).containsExactly("de", "en", "ar");
  }

  @Test
  void visitorsMeetTheTextsOfKiosksBoardsAndLettersButNotThoseOfStaff() {
    Map<String, String> german = new VisitorTexts().patterns("de");

    assertThat(german)
        .containsEntry("kiosk/home.greeting", "Guten Tag!")
        .containsEntry("display/board.title", "Aufrufe")
        .containsKeys("web/topic.housing", "web/refusal.office.closed")
        .doesNotContainKeys("display/board.dir", "display/board.lang", "web/front.home");
    assertThat(new VisitorTexts().languages()).containsExactly("de", "en", "ar");
  }
}
