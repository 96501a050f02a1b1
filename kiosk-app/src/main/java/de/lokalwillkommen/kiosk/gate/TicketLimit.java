package de.lokalwillkommen.kiosk.gate;

import de.lokalwillkommen.core.kernel.Refused;
import de.lokalwillkommen.core.ticketing.IssuingTickets;
import de.lokalwillkommen.core.ticketing.IssuingTickets.Issued;
import de.lokalwillkommen.core.ticketing.TicketRequest;

/** The rate limit for the tickets of one kiosk. */
@FunctionalInterface
public interface TicketLimit {

  /** No limit, as in demo mode. */
  TicketLimit ANY = IssuingTickets::walkIn;

  /**
   * Issues a walk-in ticket at this limit.
   *
   * @throws Refused {@code TOO_OFTEN} if a new one is asked for too soon; or as {@link
   *     IssuingTickets#walkIn} says
   */
  Issued issue(IssuingTickets issuing, String office, TicketRequest request);
}
