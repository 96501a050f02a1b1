package de.lokalwillkommen.core.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlainTextTest {

  @ParameterizedTest
  @ValueSource(strings = {"a\nb", "a\u0000b", "a\u2028b", "a\u2029b", "a\u202eb", "a\u2067b"})
  void whatLeavesItsLineOrTurnsItIsNotPlain(String text) {
    assertThat(PlainText.is(text)).isFalse();
    assertThat(PlainText.of(text)).isEqualTo("a b");
  }

  @Test
  void wordsOfAnyScriptArePlain() {
    String words = "Umzug, \u0625\u062c\u0627\u0632\u0629 \ud83d\ude00";
    assertThat(PlainText.is(words)).isTrue();
    assertThat(PlainText.of(words)).isEqualTo(words);
  }
}
