package de.lokalwillkommen.core.waitlist;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Optional;

/**
 * How long a freed slot is held for the person to whom it is offered: two hours if it is on a later
 * day, a quarter of an hour on the same day, so that the next person has a chance too. The night
 * does not count, and the person must have time to come. The lengths are those of the queueing
 * notes on lead time (advanced access; Murray and Tantau 2003).
 */
final class ClaimWindow {

  static final Duration LATER_DAY = Duration.ofHours(2);
  static final Duration SAME_DAY = Duration.ofMinutes(15);
  static final Duration TIME_TO_COME = Duration.ofMinutes(30);
  static final LocalTime MORNING = LocalTime.of(8, 0);
  static final LocalTime NIGHT = LocalTime.of(20, 0);

  private ClaimWindow() {}

  /** When an offer made now would expire; empty if it is too late for one. */
  static Optional<Instant> until(Instant start, Instant now, ZoneId zone) {
    LocalDate today = now.atZone(zone).toLocalDate();
    boolean sameDay = start.atZone(zone).toLocalDate().equals(today);
    Instant until =
        sameDay ? inTheMorning(now, zone).plus(SAME_DAY) : afterTheNight(now, zone).plus(LATER_DAY);
    Instant latest = start.minus(TIME_TO_COME);
    if (until.isAfter(latest)) {
      until = latest;
    }
    return until.isBefore(now.plus(SAME_DAY)) ? Optional.empty() : Optional.of(until);
  }

  private static Instant afterTheNight(Instant now, ZoneId zone) {
    ZonedDateTime there = now.atZone(zone);
    // a window that would end at night starts in the morning
    return there.toLocalTime().isBefore(NIGHT.minus(LATER_DAY))
        ? inTheMorning(now, zone)
        : there.toLocalDate().plusDays(1).atTime(MORNING).atZone(zone).toInstant();
  }

  private static Instant inTheMorning(Instant now, ZoneId zone) {
    ZonedDateTime there = now.atZone(zone);
    return there.toLocalTime().isBefore(MORNING)
        ? there.toLocalDate().atTime(MORNING).atZone(zone).toInstant()
        : now;
  }
}
