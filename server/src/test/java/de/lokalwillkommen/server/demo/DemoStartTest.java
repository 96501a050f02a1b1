package de.lokalwillkommen.server.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DemoStartTest {

  @ParameterizedTest
  @CsvSource({
    "10:00, 2026-11-29T20:50:30Z, 2026-11-29T09:00:00Z",
    "10:00, 2026-11-29T23:50:00Z, 2026-11-30T09:00:00Z", // it is Monday in the office
    "23:50, 2026-11-29T20:50:00Z, 2026-11-29T22:50:00Z",
    "2027-06-16T10:00, 2026-11-29T20:50:00Z, 2027-06-16T08:00:00Z",
    "2028-02-29T23:50, 2028-03-01T20:50:00Z, 2028-02-29T22:50:00Z",
    "02:30, 2027-03-28T12:00:00Z, 2027-03-28T01:30:00Z" // in the hour that is missing
  })
  void itBeginsByTheClockOnTheWall(String text, Instant now, Instant begin) {
    assertThat(now.plus(DemoStart.parse(text).after(now))).isEqualTo(begin);
  }

  @Test
  void itBeginsNowUnlessToldOtherwise() {
    assertThat(DemoStart.parse("").after(Instant.parse("2026-11-29T20:50:30Z")))
        .isEqualTo(Duration.ZERO);
  }
}
