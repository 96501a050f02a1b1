package de.lokalwillkommen.core.visits;

import java.time.Duration;
import java.util.Optional;

/**
 * A property before it is stored.
 *
 * @param said its value: an identifier, a language tag or a word
 * @param minutes the time that belongs to it, rounded so that it does not lead to the visit
 */
record Property(PropertyKind kind, String said, Optional<Integer> minutes) {

  /** In a month of a small office at least five visits share each step. */
  private static final int STEP = 15;

  private static final int MOST = 45;
  private static final int DAY = 24 * 60;

  static Property of(PropertyKind kind, String said) {
    return new Property(kind, said, Optional.empty());
  }

  /** With a time in steps of fifteen minutes, the longest of which means any longer one, too. */
  static Property timed(PropertyKind kind, String said, Optional<Duration> time) {
    return new Property(
        kind, said, time.map(t -> (int) Math.min(MOST, t.toMinutes() / STEP * STEP)));
  }

  /** With a time in whole days. */
  static Property ahead(PropertyKind kind, String said, Duration time) {
    return new Property(kind, said, Optional.of((int) Math.max(0, time.toDays()) * DAY));
  }
}
