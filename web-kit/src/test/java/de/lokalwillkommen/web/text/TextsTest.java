package de.lokalwillkommen.web.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/**
 * The texts of an application made for this test: complete in German and Arabic, half of them
 * missing in English.
 */
class TextsTest {

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
}
