package de.lokalwillkommen.web.text;

import static org.assertj.core.api.Assertions.assertThat;

import de.lokalwillkommen.core.forecast.Estimate;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The limits of a range: ten minutes and an hour and a half. */
class RangesTest {

  private static final Texts TEXTS = Texts.of("halfsaid");

  @ParameterizedTest
  @CsvSource({
    "0, 5, unter 10 Minuten, unter 10 Min",
    "5, 10, unter 10 Minuten, unter 10 Min",
    "5, 11, etwa 5–11 Minuten, 5–11 Min",
    "10, 15, etwa 10–15 Minuten, 10–15 Min",
    "75, 90, etwa 75–90 Minuten, 75–90 Min",
    "89, 120, etwa 89–120 Minuten, 89–120 Min",
    "90, 105, mehr als 90 Minuten, über 90 Min",
    "105, 120, mehr als 90 Minuten, über 90 Min"
  })
  void anEstimateIsSaidAsARangeBetweenItsEdges(int from, int to, String words, String brief) {
    Estimate estimate =
        new Estimate(Duration.ofMinutes(from), Duration.ofMinutes(to), Instant.EPOCH);
    Language german = TEXTS.language("de");

    assertThat(Ranges.inWords(TEXTS, german, estimate)).isEqualTo(words);
    assertThat(Ranges.briefly(TEXTS, german, estimate)).isEqualTo(brief);
  }
}
