package de.lokalwillkommen.core.ticketing;

import java.util.Optional;

/**
 * To whom a visitor is handed on; at least one of the three is given.
 *
 * @param topic another topic of the office
 * @param counter one counter of the office, which alone may then call the visitor
 * @param office the slug of another office, where the visitor waits on with the same number
 * @param anyway whether it is wanted even if that office is closed at the moment
 */
public record Transfer(
    Optional<String> topic, Optional<Long> counter, Optional<String> office, boolean anyway) {

  public Transfer(Optional<String> topic, Optional<Long> counter, Optional<String> office) {
    this(topic, counter, office, false);
  }

  /** Whether it does not say where to. */
  public boolean isEmpty() {
    return topic.isEmpty() && counter.isEmpty() && office.isEmpty();
  }
}
