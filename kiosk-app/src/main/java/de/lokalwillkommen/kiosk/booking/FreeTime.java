package de.lokalwillkommen.kiosk.booking;

import java.time.Instant;

/**
 * A time that can be booked, in words.
 *
 * @param id the identifier of the slot
 * @param start when it begins
 * @param office the slug of its office
 * @param officeName where
 * @param day for example “morgen, Montag, 23. November”
 * @param time for example {@code 09:30}
 */
public record FreeTime(
    String id, Instant start, String office, String officeName, String day, String time) {

  boolean isBefore(FreeTime other) {
    return start.isBefore(other.start);
  }
}
