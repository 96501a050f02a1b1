package de.lokalwillkommen.kiosk.gate;

import de.lokalwillkommen.core.kernel.Refused;
import de.lokalwillkommen.core.ticketing.IssuingTickets;
import de.lokalwillkommen.core.ticketing.IssuingTickets.Issued;
import de.lokalwillkommen.core.ticketing.TicketRequest;

/** How fast one kiosk may issue tickets. */
@FunctionalInterface
public interface TicketLimit {

  /** As fast as it likes, as in a demonstration. */
  TicketLimit ANY = IssuingTickets::walkIn;

  /**
   * Issues a walk-in ticket at this limit.
   *
   * @throws Refused {@code TOO_OFTEN} if a new one is asked for too soon; or as {@link
   *     IssuingTickets#walkIn} says
   */
  Issued issue(IssuingTickets issuing, String office, TicketRequest request);
}
