package de.lokalwillkommen.core.ticketing;

import de.lokalwillkommen.core.kernel.DomainEvent;
import java.time.Instant;

/**
 * Something happened to a ticket.
 *
 * @param office the slug of the office in whose line it stands
 * @param subject the identifier of the ticket
 * @param action what happened
 * @param version the version of the office's line after it
 * @param at when
 */
public record TicketChanged(
    String office, long subject, TicketAction action, long version, Instant at)
    implements DomainEvent {

  @Override
  public String name() {
    return action.fact();
  }
}
