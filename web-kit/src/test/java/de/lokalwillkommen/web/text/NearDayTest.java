package de.lokalwillkommen.web.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearDayTest {

  private static final Instant NOW = Instant.parse("2026-10-24T21:59:00Z");

  @ParameterizedTest
  @CsvSource({
    "2026-10-23T21:59:00Z,OTHER",
    "2026-10-23T22:00:00Z,TODAY",
    "2026-10-24T21:59:59Z,TODAY",
    "2026-10-24T22:00:00Z,TOMORROW",
    // the day has 25 hours
    "2026-10-25T22:59:59Z,TOMORROW",
    "2026-10-25T23:00:00Z,OTHER"
  })
  void daysBeginByTheClockOfTheOffice(Instant instant, NearDay day) {
    assertThat(NearDay.of(instant, NOW, ZoneId.of("Europe/Berlin"))).isEqualTo(day);
  }
}
