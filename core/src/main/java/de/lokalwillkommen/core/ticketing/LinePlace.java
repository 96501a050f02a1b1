package de.lokalwillkommen.core.ticketing;

import java.time.Instant;

/**
 * A place in a line, without the ticket that stands there.
 *
 * @param ticket the ticket's identifier
 * @param key its key: the smallest goes first
 * @param number the value of its number, which decides between equal keys
 */
public record LinePlace(long ticket, Instant key, int number) {

  /** Whether two places are in the same position of the order. */
  boolean isBeside(LinePlace other) {
    return key.equals(other.key) && number == other.number;
  }
}
