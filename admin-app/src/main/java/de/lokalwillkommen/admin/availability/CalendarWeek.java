package de.lokalwillkommen.admin.availability;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Optional;

/**
 * A week from Monday to Sunday.
 *
 * @param first its Monday
 */
public record CalendarWeek(LocalDate first) {

  private static final int FAR = 10;

  /** The week of a day. */
  static CalendarWeek of(LocalDate day) {
    return new CalendarWeek(day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)));
  }

  /**
   * The week of the requested day; that of today if the day is missing, malformed or years away.
   */
  static CalendarWeek asked(Optional<String> day, LocalDate today) {
    return of(
        day.flatMap(CalendarWeek::date)
            .filter(d -> d.isAfter(today.minusYears(FAR)) && d.isBefore(today.plusYears(FAR)))
            .orElse(today));
  }

  /** Parses a date such as {@code 2026-11-23}; empty if it is none. */
  static Optional<LocalDate> date(String written) {
    try {
      return Optional.of(LocalDate.parse(written));
    } catch (DateTimeException noDate) {
      return Optional.empty();
    }
  }

  /** Its Sunday. */
  public LocalDate last() {
    return first.plusDays(6);
  }

  public CalendarWeek next() {
    return new CalendarWeek(first.plusWeeks(1));
  }

  public CalendarWeek previous() {
    return new CalendarWeek(first.minusWeeks(1));
  }

  boolean includes(LocalDate day) {
    return of(day).equals(this);
  }
}
