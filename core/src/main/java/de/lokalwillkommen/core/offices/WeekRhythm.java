package de.lokalwillkommen.core.offices;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;

/**
 * Every week, every second week …: weeks run from Monday to Monday, across the turn of the year,
 * regardless of their number in the calendar.
 *
 * @param everyWeeks 1 for every week, 2 for every second one …
 * @param anchor any day of a week that is included
 */
public record WeekRhythm(int everyWeeks, LocalDate anchor) {

  public WeekRhythm {
    if (everyWeeks < 1) {
      throw new IllegalArgumentException("every " + everyWeeks + " weeks");
    }
  }

  /** Whether the week of that day is included. */
  public boolean includes(LocalDate day) {
    long weeks = ChronoUnit.WEEKS.between(monday(anchor), monday(day));
    return Math.floorMod(weeks, everyWeeks) == 0;
  }

  private static LocalDate monday(LocalDate day) {
    return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
  }
}
