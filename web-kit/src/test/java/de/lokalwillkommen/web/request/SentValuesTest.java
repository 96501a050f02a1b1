package de.lokalwillkommen.web.request;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class SentValuesTest {

  @Test
  void theRangeOfDaysIncludesItsEnds() {
    assertThat(SentValues.findDay("2000-01-01")).contains(LocalDate.of(2000, 1, 1));
    assertThat(SentValues.findDay(" 2099-12-31 ")).contains(LocalDate.of(2099, 12, 31));
    assertThat(SentValues.findDay("1999-12-31")).isEmpty();
    assertThat(SentValues.findDay("2100-01-01")).isEmpty();
    assertThat(SentValues.findDay("+999999999-12-31")).isEmpty();
  }

  @Test
  void instantsHaveTheSameRange() {
    assertThat(SentValues.findInstant("2000-01-01T00:00:00Z"))
        .contains(Instant.parse("2000-01-01T00:00:00Z"));
    assertThat(SentValues.findInstant("2099-12-31T23:59:59Z")).isPresent();
    assertThat(SentValues.findInstant("1999-12-31T23:59:59Z")).isEmpty();
    assertThat(SentValues.findInstant("2100-01-01T00:00:00Z")).isEmpty();
    assertThat(SentValues.findInstant("+999999999-12-31T23:59:59Z")).isEmpty();
  }

  @Test
  void timesAndNumbersAreRead() {
    assertThat(SentValues.findTime("08:30")).contains(LocalTime.of(8, 30));
    assertThat(SentValues.findNumber(" 12 ")).contains(12);
    assertThat(SentValues.findNumber("-2147483648")).contains(Integer.MIN_VALUE);
    assertThat(SentValues.findNumber("2147483648")).isEmpty();
    assertThat(SentValues.findId("2147483648")).contains(2147483648L);
    assertThat(SentValues.findId("9223372036854775808")).isEmpty();
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", " ", "soon", "2026-13-01", "25:00", "1.5", "2026-11-23T10:00"})
  void whatIsNothingOfThemIsEmpty(String text) {
    assertThat(SentValues.findDay(text)).isEmpty();
    assertThat(SentValues.findInstant(text)).isEmpty();
    assertThat(SentValues.findTime(text)).isEmpty();
    assertThat(SentValues.findNumber(text)).isEmpty();
    assertThat(SentValues.findId(text)).isEmpty();
  }
}
