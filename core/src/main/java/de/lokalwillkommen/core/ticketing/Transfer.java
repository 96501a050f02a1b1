package de.lokalwillkommen.core.ticketing;

import java.util.Optional;

/**
 * The destination of a transfer; at least one of the three is given.
 *
 * @param topic another topic of the office
 * @param counter one counter of the office, the only one that may then call the visitor
 * @param office the slug of another office, where the visitor continues to wait with the same
 *     number
 * @param anyway whether to transfer even if that office is closed at the moment
 */
public record Transfer(
    Optional<String> topic, Optional<Long> counter, Optional<String> office, boolean anyway) {

  public Transfer(Optional<String> topic, Optional<Long> counter, Optional<String> office) {
    this(topic, counter, office, false);
  }

  /** Whether it has no destination. */
  public boolean isEmpty() {
    return topic.isEmpty() && counter.isEmpty() && office.isEmpty();
  }
}
