package de.lokalwillkommen.core.ticketing;

import de.lokalwillkommen.core.kernel.Refusal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** All tickets and their history. */
public interface Tickets {

  /** Adds a ticket and gives it its identifier. */
  void add(Ticket ticket);

  /** Adds an entry to the history. */
  void add(TicketEvent event);

  Optional<Ticket> find(long id);

  /**
   * The ticket with that identifier.
   *
   * @throws de.lokalwillkommen.core.kernel.Refused if there is none
   */
  default Ticket get(long id) {
    return find(id)
        .orElseThrow(() -> Refusal.of(Refusal.Kind.UNKNOWN, "ticket.unknown").asException());
  }

  /**
   * A ticket as the database has it now, also if it was read earlier in the same change.
   *
   * @throws de.lokalwillkommen.core.kernel.Refused if there is none
   */
  Ticket getAgain(long id);

  /** The office in whose line a ticket stands, without reading the ticket itself. */
  Optional<String> findOffice(long id);

  /** The office that has handed a ticket on, as long as that can be undone. */
  Optional<String> findHandedOnBy(long id);

  /**
   * Makes sure that the request keys of the tickets just added have answered nothing else: the same
   * key may be in use in another office's line at this moment.
   *
   * @throws de.lokalwillkommen.core.kernel.Refused {@code INVALID} if one has
   */
  void claimRequest();

  /** The ticket that was issued for a request key. */
  Optional<Ticket> findByRequest(String requestKey);

  /**
   * The tickets with these identifiers, in no particular order; those that do not exist are
   * missing.
   */
  List<Ticket> list(Collection<Long> ids);

  /** All places in the line of a day, in its order. */
  List<LinePlace> listPlaces(String office, LocalDate day);

  /** Waiting tickets of a day in the order of the line: smallest key first, then as issued. */
  List<Ticket> listWaiting(String office, LocalDate day, int skip, int atMost);

  /** Tickets of a day with one of these statuses, the latest change first. */
  List<Ticket> listByStatus(
      String office, LocalDate day, Collection<TicketStatus> statuses, int atMost);

  /**
   * Tickets of a day that an office has handed on to others and that wait there unchanged, the
   * latest first.
   *
   * @param others the slugs of the other offices
   */
  List<Ticket> listHandedOn(String office, Collection<String> others, LocalDate day);

  /** The last calls of a day that still stand, the latest first. */
  List<Ticket> listCalled(String office, LocalDate day, int atMost);

  /** Parked tickets whose time is over. */
  List<Ticket> listDueBack(String office, LocalDate day, Instant now);

  /** Tickets of earlier days that were left open. */
  List<Ticket> listOpenBefore(String office, LocalDate day);

  /** Open tickets of later days, issued while the clock was ahead. */
  List<Ticket> listOpenAfter(String office, LocalDate day);

  /** Whether an office has given a number on a day. */
  boolean isGiven(String office, LocalDate day, TicketNumber number);

  /** The counters of an office's line on a day, including waits and calls on later days. */
  LineCounts count(String office, LocalDate day);

  /** The expiries of tickets of a day, later than an instant, that have not been undone. */
  List<TicketEvent> listSettledAfter(String office, LocalDate day, Instant instant);

  /** How many wait before a place in line: with a smaller key, or the same and a smaller number. */
  int countAhead(String office, LocalDate day, Instant key, int number);

  /** How many wait before a ticket; 0 unless it waits itself. */
  default int countAhead(Ticket ticket) {
    return ticket.status() == TicketStatus.WAITING
        ? countAhead(ticket.office(), ticket.day(), ticket.key(), ticket.number().value())
        : 0;
  }

  /** How many wait behind a place in line. */
  int countBehind(String office, LocalDate day, Instant key);

  /** The history of a ticket, in order. */
  List<TicketEvent> listEvents(long ticket);
}
