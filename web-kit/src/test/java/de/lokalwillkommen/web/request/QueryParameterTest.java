package de.lokalwillkommen.web.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import de.lokalwillkommen.core.kernel.Refusal;
import de.lokalwillkommen.core.kernel.Refused;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QueryParameterTest {

  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

  private static QueryParameter time(String text) {
    return new QueryParameter("to", text);
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
  @ValueSource(strings = {"soon", "2026-13-01", "1999-12-31", "2100-01-01", "2026-11-23T10:00"})
  void whatIsNeitherIsRefused(String text) {
    assertRefused(() -> time(text).asBeginning(BERLIN), "request.time");
  }

  @Test
  void aDayMayBeMissingButNothingElse() {
    assertThat(time("2099-12-31").day()).contains(LocalDate.of(2099, 12, 31));
    assertThat(time(" ").day()).isEmpty();
    assertThat(time(null).day()).isEmpty();
    for (String text : List.of("soon", "2026-02-29", "1999-12-31", "2100-01-01")) {
      assertRefused(() -> time(text).day(), "request.day");
    }
  }

  @Test
  void aLimitIsANumberUpToTheGreatest() {
    assertThat(time(null).limit(20, 100)).isEqualTo(20);
    assertThat(time("").limit(20, 100)).isEqualTo(20);
    assertThat(time(" 1 ").limit(20, 100)).isEqualTo(1);
    assertThat(time("100").limit(20, 100)).isEqualTo(100);
    for (String text : List.of("0", "101", "-1", "many", "99999999999")) {
      assertRefused(() -> time(text).limit(20, 100), "request.limit");
    }
  }

  private static void assertRefused(ThrowingCallable reading, String key) {
    Refusal refusal = catchThrowableOfType(Refused.class, reading).refusal();
    assertThat(refusal.kind()).isEqualTo(Refusal.Kind.INVALID);
    assertThat(refusal.key()).isEqualTo(key);
    assertThat(refusal.facts()).containsEntry("field", "to");
  }

  private static Instant at(String text) {
    return Instant.parse(text);
  }
}
