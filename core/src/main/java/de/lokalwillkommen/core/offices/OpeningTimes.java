package de.lokalwillkommen.core.offices;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Optional;

/**
 * The times of one weekday, as they are entered. The canonical constructor refuses, as {@code
 * INVALID}, what does not fit.
 *
 * @param fromMinute minute of the day, 0 to 1439, by the clock on the wall
 * @param untilMinute minute of the day, 1 to 1440, after {@code fromMinute}
 * @param rhythm in which weeks they hold
 * @param validFrom the first day on which they may hold; empty for any
 * @param validUntil the last day on which they may hold; empty for any
 */
public record OpeningTimes(
    DayOfWeek weekday,
    int fromMinute,
    int untilMinute,
    WeekRhythm rhythm,
    Optional<LocalDate> validFrom,
    Optional<LocalDate> validUntil) {

  /** From Monday to Sunday, the earliest first. */
  public static final Comparator<OpeningTimes> IN_A_WEEK =
      Comparator.comparing(OpeningTimes::weekday).thenComparing(OpeningTimes::fromMinute);

  private static final int MOST_WEEKS = 52;

  public OpeningTimes {
    if (fromMinute < 0 || untilMinute > WallClock.MINUTES_OF_A_DAY || untilMinute <= fromMinute) {
      throw EnteredValue.refused("times");
    }
    EnteredValue.number("everyWeeks", rhythm.everyWeeks(), 1, MOST_WEEKS);
    if (validFrom.isPresent() && validUntil.filter(validFrom.get()::isAfter).isPresent()) {
      throw EnteredValue.refused("valid");
    }
  }

  /** Times that hold in every week. */
  static OpeningTimes weekly(DayOfWeek weekday, int fromHour, int untilHour, LocalDate anchor) {
    return everyWeeks(1, weekday, fromHour, untilHour, anchor);
  }

  /** Opening times that repeat every few weeks, counted from the week of a day. */
  static OpeningTimes everyWeeks(
      int weeks, DayOfWeek weekday, int fromHour, int untilHour, LocalDate anchor) {
    return new OpeningTimes(
        weekday,
        fromHour * WallClock.MINUTES_OF_AN_HOUR,
        untilHour * WallClock.MINUTES_OF_AN_HOUR,
        new WeekRhythm(weeks, anchor),
        Optional.empty(),
        Optional.empty());
  }
}
