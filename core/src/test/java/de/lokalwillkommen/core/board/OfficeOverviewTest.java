package de.lokalwillkommen.core.board;

import static org.assertj.core.api.Assertions.assertThat;

import de.lokalwillkommen.core.forecast.Estimate;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OfficeOverviewTest {

  private static final Instant TEN = Instant.parse("2026-11-23T09:00:00Z");
  private static final Estimate AN_HOUR =
      new Estimate(Duration.ofMinutes(20), Duration.ofHours(1), TEN);

  private static OfficeOverview closing(Optional<Instant> closesAt, Optional<Estimate> estimate) {
    return new OfficeOverview(
        "hoerde",
        "Hörde",
        Optional.empty(),
        false,
        true,
        Optional.empty(),
        closesAt,
        5,
        estimate,
        true,
        Optional.empty(),
        Optional.empty());
  }

  @Test
  void itMayCloseFirstIfTheLongestWaitEndsLater() {
    Optional<Instant> eleven = Optional.of(TEN.plus(Duration.ofHours(1)));

    assertThat(closing(eleven, Optional.of(AN_HOUR)).mayCloseFirst(TEN)).isFalse();
    assertThat(closing(eleven, Optional.of(AN_HOUR)).mayCloseFirst(TEN.plusSeconds(1))).isTrue();
  }

  @Test
  void withoutAnEstimateThereIsNoWarning() {
    assertThat(closing(Optional.empty(), Optional.of(AN_HOUR)).mayCloseFirst(TEN)).isFalse();
    assertThat(closing(Optional.of(TEN), Optional.empty()).mayCloseFirst(TEN)).isFalse();
  }
}
