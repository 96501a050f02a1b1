package de.lokalwillkommen.core.kernel;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * A day as the office counts it: from midnight to midnight on its own clock, 23 or 25 hours long on
 * the days the clocks change.
 *
 * @param date the calendar day
 * @param zone the office's time zone, for example {@code Europe/Berlin}
 */
public record BusinessDay(LocalDate date, ZoneId zone) {

  /** The day to which an instant belongs in that zone. */
  public static BusinessDay of(Instant instant, ZoneId zone) {
    return new BusinessDay(instant.atZone(zone).toLocalDate(), zone);
  }

  /** The first instant of the day. */
  public Instant begin() {
    return date.atStartOfDay(zone).toInstant();
  }

  /** The first instant that no longer belongs to the day. */
  public Instant end() {
    return date.plusDays(1).atStartOfDay(zone).toInstant();
  }
}
