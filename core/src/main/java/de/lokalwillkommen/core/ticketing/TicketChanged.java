package de.lokalwillkommen.core.ticketing;

import de.lokalwillkommen.core.kernel.DomainEvent;
import java.time.Instant;

/**
 * A ticket has changed.
 *
 * @param office the slug of the office in whose line it stands
 * @param subject the identifier of the ticket
 * @param action what happened
 * @param version the version of the office's line after the change
 * @param at when it happened
 */
public record TicketChanged(
    String office, long subject, TicketAction action, long version, Instant at)
    implements DomainEvent {

  @Override
  public String name() {
    return action.fact();
  }
}
