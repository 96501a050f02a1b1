package de.lokalwillkommen.core.relay;

import de.lokalwillkommen.core.kernel.DomainEvent;
import de.lokalwillkommen.core.kernel.Nudge;
import java.time.Instant;
import java.util.Optional;

/**
 * The form of an event on the bus: one line of text that begins with the version of the form, so
 * that servers of two releases can share a bus during an upgrade.
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

  /** The nudge in a message; empty if another release wrote it in another form. */
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
