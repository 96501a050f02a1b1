package de.lokalwillkommen.core.calling;

import static org.assertj.core.api.Assertions.assertThat;

import de.lokalwillkommen.core.calling.LineView.Light;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LightTest {

  @ParameterizedTest
  @CsvSource({
    "PT0S, FINE",
    "PT19M59S, FINE",
    "PT20M, LONG",
    "PT44M59S, LONG",
    "PT45M, TOO_LONG",
    "PT3H, TOO_LONG"
  })
  void aWaitIsLongFromTwentyMinutesOnAndTooLongFromFortyFive(Duration waited, Light light) {
    assertThat(Light.of(waited)).isEqualTo(light);
  }
}
