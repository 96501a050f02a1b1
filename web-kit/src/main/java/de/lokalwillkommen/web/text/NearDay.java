package de.lokalwillkommen.web.text;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** The day of something, as people name it. */
public enum NearDay {
  /** The present day. */
  TODAY,
  /** The day after it. */
  TOMORROW,
  /** Any other day, which has to be named. */
  OTHER;

  /**
   * The day of an instant by an office's clock.
   *
   * @param instant whose day
   * @param now the present instant
   * @param zone of the office's clock
   */
  public static NearDay of(Instant instant, Instant now, ZoneId zone) {
    LocalDate today = LocalDate.ofInstant(now, zone);
    LocalDate day = LocalDate.ofInstant(instant, zone);
    if (day.equals(today)) {
      return TODAY;
    }
    return day.equals(today.plusDays(1)) ? TOMORROW : OTHER;
  }
}
