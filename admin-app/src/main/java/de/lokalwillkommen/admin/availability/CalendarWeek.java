package de.lokalwillkommen.admin.availability;

import de.lokalwillkommen.web.request.SentValues;
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

  /** The week of a day. */
  static CalendarWeek of(LocalDate day) {
    return new CalendarWeek(day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)));
  }

  /** The week of the requested day; that of today if the day is missing or malformed. */
  static CalendarWeek asked(Optional<String> day, LocalDate today) {
    return of(day.flatMap(SentValues::findDay).orElse(today));
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
