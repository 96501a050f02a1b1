package de.lokalwillkommen.kiosk.booking;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * The free times of one office in seven days, and those of one of the days.
 *
 * @param name the first and the last day, in words
 * @param days the seven, today or a whole number of weeks later the first
 * @param shown the day whose times are shown, in words
 * @param parts its times
 * @param before the first free day of the last week before that has one
 * @param after the first day with a free time after it
 */
public record FreeWeek(
    String name,
    List<Day> days,
    String shown,
    List<Part> parts,
    Optional<LocalDate> before,
    Optional<LocalDate> after) {

  /**
   * A day.
   *
   * @param date as in ISO 8601
   * @param weekday its short name
   * @param words its date in words
   * @param free the number of free times
   * @param isShown whether its times are shown
   */
  public record Day(String date, String weekday, String words, int free, boolean isShown) {}

  /**
   * A part of a day.
   *
   * @param name the key of its name
   * @param times its times, the earliest first
   */
  public record Part(String name, List<FreeTime> times) {}

  /** A free day of an earlier week, or the empty string. */
  public String earlier() {
    return before.map(LocalDate::toString).orElse("");
  }

  /** The first day with a free time after this week, or the empty string. */
  public String later() {
    return after.map(LocalDate::toString).orElse("");
  }
}
