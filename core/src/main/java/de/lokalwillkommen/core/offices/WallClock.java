package de.lokalwillkommen.core.offices;

import de.lokalwillkommen.core.kernel.BusinessDay;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;

/** Minutes of a day by the clock on the wall. */
public final class WallClock {

  static final int MINUTES_OF_AN_HOUR = 60;

  /** The minute that ends a day: midnight of the next one. */
  public static final int MINUTES_OF_A_DAY = 24 * MINUTES_OF_AN_HOUR;

  private WallClock() {}

  /**
   * The instant of a minute of a day. On the days the clocks change 9:00 is still 9:00; a minute
   * that is skipped becomes the one an hour later, and of a repeated minute the first one counts.
   *
   * @param minute 0 to {@link #MINUTES_OF_A_DAY}
   */
  public static Instant at(LocalDate day, int minute, ZoneId zone) {
    return minute == MINUTES_OF_A_DAY
        ? new BusinessDay(day, zone).end()
        : day.atTime(LocalTime.ofSecondOfDay(minute * 60L)).atZone(zone).toInstant();
  }
}
