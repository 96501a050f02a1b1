package de.lokalwillkommen.web.text;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * How near a day is, as people say it: texts about a day end with one of these words in their key.
 */
public enum Nearness {
  TODAY("today"),
  TOMORROW("tomorrow"),
  OTHER("day");

  private final String word;

  Nearness(String word) {
    this.word = word;
  }

  /** The end of the key, for example {@code today}. */
  public String word() {
    return word;
  }

  /**
   * How near a moment is.
   *
   * @param moment the moment in question
   * @param now the present
   * @param zone the clock by which days begin
   */
  public static Nearness of(Instant moment, Instant now, ZoneId zone) {
    LocalDate day = moment.atZone(zone).toLocalDate();
    LocalDate today = now.atZone(zone).toLocalDate();
    if (day.equals(today)) {
      return TODAY;
    }
    return day.equals(today.plusDays(1)) ? TOMORROW : OTHER;
  }
}
