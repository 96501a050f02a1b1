package de.lokalwillkommen.core.webhooks;

import java.time.Duration;
import java.util.List;

/**
 * How long a delivery waits between two attempts. The pauses grow, so that a receiver that fails is
 * not overrun, and together last about a day. The number of attempts decides and not the time, so
 * that a clock that leaps ends no delivery.
 */
final class RetrySchedule {

  private static final List<Duration> PAUSES =
      List.of(
          Duration.ofSeconds(10),
          Duration.ofMinutes(1),
          Duration.ofMinutes(5),
          Duration.ofMinutes(30),
          Duration.ofHours(2),
          Duration.ofHours(6),
          Duration.ofHours(15));

  /** The attempts until a delivery is dead. */
  static final int ATTEMPTS = PAUSES.size() + 1;

  /** A quarter more at most, so that deliveries that failed together are not repeated together. */
  private static final double JITTER = 0.25;

  private RetrySchedule() {}

  /** A time that is further ahead was set by a clock that was ahead itself. */
  static Duration longest() {
    return scaled(PAUSES.get(PAUSES.size() - 1), 1 + JITTER);
  }

  /**
   * The pause after a failed attempt.
   *
   * @param attempts the attempts so far: at least 1, and less than {@link #ATTEMPTS}
   * @param chance from 0 to less than 1
   */
  static Duration pauseAfter(int attempts, double chance) {
    return scaled(PAUSES.get(attempts - 1), 1 + JITTER * chance);
  }

  private static Duration scaled(Duration pause, double factor) {
    return Duration.ofMillis(Math.round(pause.toMillis() * factor));
  }
}
