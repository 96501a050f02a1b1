package de.lokalwillkommen.core.offices;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Set;
import org.junit.jupiter.api.Test;

class HolidaysTest {

  private final Set<LocalDate> nrw = OfficeFixture.holidaysAround(LocalDate.of(2026, 11, 23));

  @Test
  void theYearHasTheElevenHolidaysOfNorthRhineWestphalia() {
    assertThat(nrw.stream().filter(d -> d.getYear() == 2026))
        .containsExactlyInAnyOrder(
            LocalDate.of(2026, 1, 1),
            LocalDate.of(2026, 4, 3),
            LocalDate.of(2026, 4, 6),
            LocalDate.of(2026, 5, 1),
            LocalDate.of(2026, 5, 14),
            LocalDate.of(2026, 5, 25),
            LocalDate.of(2026, 6, 4),
            LocalDate.of(2026, 10, 3),
            LocalDate.of(2026, 11, 1),
            LocalDate.of(2026, 12, 25),
            LocalDate.of(2026, 12, 26));
  }

  @Test
  void theNextYearIsKnownBeforeItBegins() {
    assertThat(nrw).contains(LocalDate.of(2027, 1, 1), LocalDate.of(2027, 5, 27));
  }

  @Test
  void aHolidayOfOtherStatesOnlyIsAWorkingDay() {
    assertThat(nrw)
        .doesNotContain(
            LocalDate.of(2026, 1, 6), LocalDate.of(2026, 8, 15), LocalDate.of(2026, 10, 31));
  }
}
