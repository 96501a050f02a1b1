package de.lokalwillkommen.kiosk.ticket;

import de.lokalwillkommen.core.forecast.Estimate;
import de.lokalwillkommen.core.ticketing.TicketView;
import java.time.ZoneId;
import java.util.Optional;

/**
 * A ticket as its visitor sees it.
 *
 * @param ticket the ticket
 * @param officeName the name of the office in whose line it stands
 * @param address where that office is; empty if not known
 * @param zone the time zone of that office
 * @param estimate the expected wait, if the ticket waits and the office publishes it
 */
public record ShownTicket(
    TicketView ticket,
    String officeName,
    String address,
    ZoneId zone,
    Optional<Estimate> estimate) {}
