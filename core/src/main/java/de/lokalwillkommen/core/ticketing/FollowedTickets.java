package de.lokalwillkommen.core.ticketing;

import de.lokalwillkommen.core.kernel.ReadModel;
import de.lokalwillkommen.core.offices.Office;
import de.lokalwillkommen.core.offices.Offices;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The tickets of many visitors as their phones show them: all tickets are read in one query, and
 * each line in one.
 */
@ReadModel
public class FollowedTickets {

  private Offices offices;
  private Tickets tickets;
  private VisitorKey key;
  private Clock clock;

  protected FollowedTickets() {}

  @Inject
  public FollowedTickets(Offices offices, Tickets tickets, VisitorKey key, Clock clock) {
    this.offices = offices;
    this.tickets = tickets;
    this.key = key;
    this.clock = clock;
  }

  /**
   * The office in whose line the ticket of a token stands; empty if the ticket is no longer shown.
   */
  public Optional<String> findOffice(String token) {
    return key.findTicket(token)
        .flatMap(tickets::find)
        .filter(ticket -> isInSight(ticket, clock.instant()))
        .map(Ticket::office);
  }

  /** The tickets with these tokens; a token is missing if its ticket is no longer shown. */
  public Map<String, TicketView> list(Collection<String> tokens) {
    Map<Long, String> tokensOfTickets = new HashMap<>();
    tokens.forEach(token -> key.findTicket(token).ifPresent(id -> tokensOfTickets.put(id, token)));
    Instant now = clock.instant();
    Map<String, Map<Long, Integer>> lines = new HashMap<>();
    Map<String, TicketView> views = new HashMap<>();
    for (Ticket ticket : tickets.list(tokensOfTickets.keySet())) {
      Office office = offices.get(ticket.office());
      if (isInSight(ticket, now)) {
        Map<Long, Integer> aheadOf =
            lines.computeIfAbsent(office.id(), o -> aheadOf(o, ticket.day()));
        views.put(
            tokensOfTickets.get(ticket.id()),
            TicketView.of(ticket, office, aheadOf.getOrDefault(ticket.id(), 0)));
      }
    }
    return views;
  }

  private boolean isInSight(Ticket ticket, Instant now) {
    return ticket.isInSight(offices.get(ticket.office()), now);
  }

  /** The number of visitors who wait before each ticket of a line. */
  private Map<Long, Integer> aheadOf(String office, LocalDate day) {
    List<LinePlace> line = tickets.listPlaces(office, day);
    Map<Long, Integer> aheadOf = new HashMap<>();
    for (int i = 0; i < line.size(); i++) {
      LinePlace place = line.get(i);
      boolean isBeside = i > 0 && place.isBeside(line.get(i - 1));
      aheadOf.put(place.ticket(), isBeside ? aheadOf.get(line.get(i - 1).ticket()) : i);
    }
    return aheadOf;
  }
}
