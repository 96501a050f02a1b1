package de.lokalwillkommen.core.leadtime;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;

/**
 * The lead time of an office on one day.
 *
 * @param day the day
 * @param bookings the number of appointments booked on it
 * @param median the median time from the first request to the slot; empty without bookings
 * @param p90 the time from the first request to the slot that nine of ten do not exceed; empty
 *     without bookings
 * @param thirdNext the time to the third next available slot when last measured that day; empty if
 *     there was none
 */
public record LeadTimeView(
    LocalDate day,
    int bookings,
    Optional<Duration> median,
    Optional<Duration> p90,
    Optional<Duration> thirdNext) {

  /** The wait before appointments could be booked: three weeks. */
  public static final Duration BASELINE = Duration.ofDays(21);

  static LeadTimeView of(LeadTime figures) {
    return new LeadTimeView(
        figures.day(), figures.bookings(), figures.median(), figures.p90(), figures.thirdNext());
  }
}
