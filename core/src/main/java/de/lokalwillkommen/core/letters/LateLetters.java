package de.lokalwillkommen.core.letters;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * The letters that are not sent yet though their time has come.
 *
 * @param count how many
 * @param since when the time of the oldest had come; empty without one
 */
public record LateLetters(long count, Optional<Instant> since) {

  /** How long the oldest has waited, never negative; zero without one. */
  public Duration longest(Instant now) {
    return since
        .map(due -> Duration.between(due, now))
        .filter(waited -> !waited.isNegative())
        .orElse(Duration.ZERO);
  }
}
