package de.lokalwillkommen.admin.offices;

import static org.assertj.core.api.Assertions.assertThat;

import de.lokalwillkommen.core.offices.OpeningTimes;
import de.lokalwillkommen.core.offices.WeekRhythm;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class HoursRowTest {

  private static final LocalDate A_TUESDAY = LocalDate.of(2026, 11, 24);

  private static OpeningTimes times(DayOfWeek day, int from, int until, int weeks) {
    return new OpeningTimes(
        day,
        from,
        until,
        new WeekRhythm(weeks, A_TUESDAY.plusDays(day.getValue())),
        Optional.empty(),
        Optional.empty());
  }

  @Test
  void daysWithTheSameTimesShareARow() {
    List<HoursRow> rows =
        HoursRow.listOf(
            List.of(
                times(DayOfWeek.MONDAY, 540, 720, 1),
                times(DayOfWeek.MONDAY, 780, 1440, 1),
                times(DayOfWeek.FRIDAY, 540, 720, 1)));

    assertThat(rows)
        .extracting(HoursRow::days)
        .containsExactly(Set.of(DayOfWeek.MONDAY, DayOfWeek.FRIDAY), Set.of(DayOfWeek.MONDAY));
    assertThat(rows).extracting(HoursRow::index).containsExactly(0, 1);
    assertThat(rows).extracting(HoursRow::from).containsExactly("09:00", "13:00");
    assertThat(rows).extracting(HoursRow::until).containsExactly("12:00", "00:00");
    assertThat(rows).noneMatch(HoursRow::isSpecial);
  }

  @Test
  void timesOfSomeWeeksHaveARowOfTheirOwnAndShowTheirWeek() {
    List<HoursRow> rows =
        HoursRow.listOf(
            List.of(times(DayOfWeek.TUESDAY, 600, 720, 1), times(DayOfWeek.THURSDAY, 600, 720, 2)));

    assertThat(rows).extracting(HoursRow::isSpecial).containsExactly(false, true);
    assertThat(rows.get(0).anchor()).isEmpty();
    assertThat(rows.get(1).anchor()).isEqualTo("2026-11-28");
  }
}
