package de.lokalwillkommen.web.text;

import static org.assertj.core.api.Assertions.assertThat;

import de.lokalwillkommen.core.kernel.TestClock;
import de.lokalwillkommen.web.security.shared.InstallationKey;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DraftTokensTest {

  private static final TextDraft DRAFT = new TextDraft("ar", "kiosk/home.greeting", "أهلا <b>\n");

  private final TestClock clock = new TestClock(Instant.parse("2026-11-23T09:00:00Z"));
  private final DraftTokens tokens = new DraftTokens(new InstallationKey(new byte[32]), clock);
  private final Texts texts = Texts.of("kiosk");

  @AfterEach
  void noDraftIsLeft() {
    TextDraft.end();
  }

  @Test
  void aDraftIsReadAsItWasWrittenUntilItExpires() {
    String word = tokens.write(DRAFT);

    assertThat(word).matches("[A-Za-z0-9_.-]+");
    assertThat(tokens.read(word)).contains(DRAFT);
    clock.passes(Duration.ofMinutes(10));
    assertThat(tokens.read(word)).isEmpty();
    clock.passes(Duration.ofMinutes(-11));
    assertThat(tokens.read(word)).isEmpty();
  }

  @Test
  void aDraftOfAnotherInstallationOrWithOtherWordsIsNone() {
    byte[] other = new byte[32];
    other[0] = 1;
    String foreign = new DraftTokens(new InstallationKey(other), clock).write(DRAFT);
    String own = tokens.write(DRAFT);
    String exchanged =
        tokens.write(new TextDraft("ar", "kiosk/home.greeting", "other")).split("\\.")[0]
            + "."
            + own.split("\\.")[1];

    assertThat(tokens.read(foreign)).isEmpty();
    assertThat(tokens.read(exchanged)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ".", "a", "a.b", "Zg.Zg", "%.%", "ä.ö"})
  void anythingElseIsNone(String word) {
    assertThat(tokens.read(word)).isEmpty();
  }

  @Test
  void aDraftAppliesInItsLanguageAndInItsApplicationOnly() {
    new TextDraft("ar", "kiosk/home.greeting", "أهلا").begin();

    assertThat(texts.get(texts.language("ar"), "home.greeting")).isEqualTo("أهلا");
    assertThat(texts.get(texts.language("de"), "home.greeting")).isEqualTo("Guten Tag!");
    TextDraft.end();
    assertThat(texts.get(texts.language("ar"), "home.greeting")).isNotEqualTo("أهلا");
    new TextDraft("de", "display/home.greeting", "x").begin();
    assertThat(texts.get(texts.language("de"), "home.greeting")).isEqualTo("Guten Tag!");
  }
}
