package de.lokalwillkommen.web.text;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** Which day something is on, as people say it. Keys of texts about days end with its word. */
public enum NearDay {
  /** The present day. */
  TODAY("today"),
  /** The day after it. */
  TOMORROW("tomorrow"),
  /** Any other day, which has to be named. */
  OTHER("day");

  private final String word;

  NearDay(String word) {
    this.word = word;
  }

  /** The last part of the key of texts about such a day, for example {@code today}. */
  public String word() {
    return word;
  }

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
