package de.lokalwillkommen.core.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import de.lokalwillkommen.core.forecast.WaitForecast.Situation;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QueueLengthForecastTest {

  private static final Instant NOW = Instant.parse("2026-11-23T09:00:00Z");

  /** Gamma quantiles computed independently, to four decimals. */
  @ParameterizedTest
  @CsvSource({
    "3, 2, 20, 17.4477, 36.7206, 55.1505, 66.8078",
    "5, 3, 20, 21.0127, 37.8011, 52.7066, 61.8312",
    "0, 2, 20,  1.0536,  6.9315, 16.0944, 23.0259"
  })
  void theQuantilesAreThoseOfTheGammaDistribution(
      int ahead, int counters, double minutes, double p10, double p50, double p80, double p90) {
    double scale = minutes / counters;
    assertThat(QueueLengthForecast.quantile(ahead, scale, 0.1)).isCloseTo(p10, within(5e-5));
    assertThat(QueueLengthForecast.quantile(ahead, scale, 0.5)).isCloseTo(p50, within(5e-5));
    assertThat(QueueLengthForecast.quantile(ahead, scale, 0.8)).isCloseTo(p80, within(5e-5));
    assertThat(QueueLengthForecast.quantile(ahead, scale, 0.9)).isCloseTo(p90, within(5e-5));
  }

  @Test
  void theRangeIsRoundedOutward() {
    Estimate estimate =
        new QueueLengthForecast().estimate(new Situation(3, 2, Duration.ofMinutes(20), NOW));

    // 22.97 to 55.15
    assertThat(estimate)
        .isEqualTo(new Estimate(Duration.ofMinutes(20), Duration.ofMinutes(60), NOW));
  }

  @Test
  void beyondAnHourItIsRoundedToQuarters() {
    Estimate estimate =
        new QueueLengthForecast().estimate(new Situation(9, 1, Duration.ofMinutes(20), NOW));

    assertThat(estimate.from().toMinutes() % 15).isZero();
    assertThat(estimate.to().toMinutes() % 15).isZero();
    assertThat(estimate.to()).isGreaterThan(estimate.from());
  }

  @Test
  void morePeopleAheadNeverMeansAShorterWait() {
    QueueLengthForecast forecast = new QueueLengthForecast();
    Duration before = Duration.ZERO;
    for (int ahead = 0; ahead < 60; ahead++) {
      Duration to = forecast.estimate(new Situation(ahead, 2, Duration.ofMinutes(25), NOW)).to();
      assertThat(to).isGreaterThanOrEqualTo(before);
      before = to;
    }
  }
}
