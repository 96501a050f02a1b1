package de.lokalwillkommen.core.forecast;

import java.time.Duration;
import java.time.Instant;

/**
 * A wait as a range to be shown as it is: rounded outward, to five minutes up to an hour and to
 * fifteen minutes beyond.
 *
 * @param from the shorter end, 0 or more
 * @param to the longer end, which four of five visitors should not exceed
 * @param at when it was computed
 */
public record Estimate(Duration from, Duration to, Instant at) {

  private static final long FINE_UP_TO = 60;
  private static final long FINE = 5;
  private static final long COARSE = 15;

  /** The range between two quantiles in minutes, rounded outward. */
  static Estimate between(double fromMinutes, double toMinutes, Instant at) {
    return new Estimate(
        Duration.ofMinutes((long) Math.floor(fromMinutes / step(fromMinutes)) * step(fromMinutes)),
        Duration.ofMinutes((long) Math.ceil(toMinutes / step(toMinutes)) * step(toMinutes)),
        at);
  }

  private static long step(double minutes) {
    return minutes <= FINE_UP_TO ? FINE : COARSE;
  }
}
