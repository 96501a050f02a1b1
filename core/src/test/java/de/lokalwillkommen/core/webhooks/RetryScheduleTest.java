package de.lokalwillkommen.core.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RetryScheduleTest {

  private static List<Duration> pauses(double chance) {
    return IntStream.range(1, RetrySchedule.ATTEMPTS)
        .mapToObj(attempts -> RetrySchedule.pauseAfter(attempts, chance))
        .toList();
  }

  @Test
  void thePausesGrowAndLastAboutADay() {
    List<Duration> pauses = pauses(0);

    assertThat(pauses.get(0)).isEqualTo(Duration.ofSeconds(10));
    assertThat(pauses).isSorted().doesNotHaveDuplicates();
    assertThat(pauses.stream().reduce(Duration.ZERO, Duration::plus))
        .isBetween(Duration.ofHours(23), Duration.ofHours(25));
  }

  @Test
  void chanceMakesAPauseLongerByAQuarterAtMost() {
    assertThat(RetrySchedule.pauseAfter(2, 0.5)).isEqualTo(Duration.ofMillis(67_500));
    assertThat(pauses(0.999)).allMatch(pause -> pause.compareTo(RetrySchedule.longest()) < 0);
  }
}
