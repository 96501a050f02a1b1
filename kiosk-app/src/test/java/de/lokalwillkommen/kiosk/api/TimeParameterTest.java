package de.lokalwillkommen.kiosk.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.lokalwillkommen.core.kernel.Refused;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TimeParameterTest {

  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

  private static TimeParameter time(String text) {
    return new TimeParameter("to", text);
  }

  @Test
  void aDayBeginsAndEndsByTheClockOfTheOffice() {
    // on this day the clocks go back, so it has 25 hours
    assertThat(time("2026-10-25").asBeginning(BERLIN)).contains(at("2026-10-24T22:00:00Z"));
    assertThat(time("2026-10-25").asEnd(BERLIN)).contains(at("2026-10-25T23:00:00Z"));
  }

  @Test
  void anInstantIsTheSameAtBothEnds() {
    assertThat(time("2026-11-23T10:00:00+01:00").asEnd(BERLIN))
        .contains(at("2026-11-23T09:00:00Z"));
    assertThat(time("2026-11-23T09:00Z").asBeginning(BERLIN)).contains(at("2026-11-23T09:00:00Z"));
  }

  @Test
  void aPlusThatWasSentAsItIsIsUnderstood() {
    assertThat(time("2026-11-23T10:00:00 01:00").asEnd(BERLIN))
        .contains(at("2026-11-23T09:00:00Z"));
  }

  @Test
  void nothingIsNoTime() {
    assertThat(time(null).asEnd(BERLIN)).isEmpty();
    assertThat(time(" ").asBeginning(BERLIN)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"soon", "2026-13-01", "1999-12-31", "9999-01-01", "2026-11-23T10:00"})
  void otherTextsAreRefused(String text) {
    assertThatThrownBy(() -> time(text).asBeginning(BERLIN)).isInstanceOf(Refused.class);
  }

  private static Instant at(String text) {
    return Instant.parse(text);
  }
}
