package de.lokalwillkommen.core.leadtime;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;

/**
 * The lead time of an office on one day.
 *
 * @param day the day
 * @param bookings how many appointments were booked on it
 * @param median from the first request to the slot, for half of them at most; empty without any
 * @param p90 from the first request to the slot, for nine of ten at most; empty without any
 * @param thirdNext to the third slot that was next available when last measured that day; empty if
 *     there was none
 */
public record LeadTimeView(
    LocalDate day,
    int bookings,
    Optional<Duration> median,
    Optional<Duration> p90,
    Optional<Duration> thirdNext) {

  /** What people waited before there were slots to book: three weeks. */
  public static final Duration BASELINE = Duration.ofDays(21);

  static LeadTimeView of(LeadTime figures) {
    return new LeadTimeView(
        figures.day(), figures.bookings(), figures.median(), figures.p90(), figures.thirdNext());
  }
}
