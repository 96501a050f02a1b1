package de.lokalwillkommen.core.relay;

import de.lokalwillkommen.core.kernel.DomainEvent;
import de.lokalwillkommen.core.kernel.Nudge;
import java.time.Instant;
import java.util.Optional;

/**
 * How an event goes over the bus: one line of text that begins with the version of its form, so
 * that servers of two releases can share a bus while one of them is being replaced.
 */
final class Message {

  private static final String FORM = "1";
  private static final String BETWEEN = "|";
  private static final int PARTS = 6;

  private Message() {}

  static String write(DomainEvent event) {
    return String.join(
        BETWEEN,
        FORM,
        event.name(),
        event.office(),
        Long.toString(event.subject()),
        Long.toString(event.version()),
        event.at().toString());
  }

  /** The nudge in a message; empty if it has a form of another release. */
  static Optional<Nudge> read(String message) {
    String[] parts = message.split("\\|");
    if (parts.length != PARTS || !parts[0].equals(FORM)) {
      return Optional.empty();
    }
    return Optional.of(
        new Nudge(
            parts[1],
            parts[2],
            Long.parseLong(parts[3]),
            Long.parseLong(parts[4]),
            Instant.parse(parts[5])));
  }
}
