package de.lokalwillkommen.core.ticketing;

import de.lokalwillkommen.core.kernel.Refusal;
import de.lokalwillkommen.core.kernel.RequestKey;
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
   * Rereads a ticket from the database, even if it was read earlier in the same transaction.
   *
   * @throws de.lokalwillkommen.core.kernel.Refused if there is none
   */
  Ticket getAgain(long id);

  /** The office in whose line a ticket stands; does not load the ticket. */
  Optional<String> findOffice(long id);

  /** The office that has transferred a ticket, as long as that can be undone. */
  Optional<String> findHandedOnBy(long id);

  /**
   * Ensures that the idempotency keys of the tickets just added are new: another transaction may be
   * using the same key in another office's line at this moment.
   *
   * @throws de.lokalwillkommen.core.kernel.Refused {@code INVALID} if one is in use
   */
  void requireNewRequestKeys();

  /** The ticket that was issued for an idempotency key. */
  Optional<Ticket> findByRequest(RequestKey key);

  /**
   * The tickets with these identifiers, in no particular order; those that do not exist are
   * missing.
   */
  List<Ticket> list(Collection<Long> ids);

  /** All places in the line of a day, in its order. */
  List<LinePlace> listPlaces(String office, LocalDate day);

  /** The waiting tickets of a day in the order of the line: smallest key first, then as issued. */
  List<Ticket> listWaiting(String office, LocalDate day, int skip, int atMost);

  /** The tickets of a day with one of these statuses, the latest change first. */
  List<Ticket> listByStatus(
      String office, LocalDate day, Collection<TicketStatus> statuses, int atMost);

  /**
   * The tickets of a day that an office has transferred to others and that wait there unchanged,
   * the latest first.
   *
   * @param others the slugs of the other offices
   */
  List<Ticket> listHandedOn(String office, Collection<String> others, LocalDate day);

  /**
   * The latest calls of a day, the latest first; without the calls after which the ticket waits or
   * is parked again.
   */
  List<Ticket> listCalled(String office, LocalDate day, int atMost);

  /** The parked tickets whose time is over. */
  List<Ticket> listDueBack(String office, LocalDate day, Instant now);

  /** The open tickets of earlier days. */
  List<Ticket> listOpenBefore(String office, LocalDate day);

  /** The open tickets of later days, issued while the clock was ahead. */
  List<Ticket> listOpenAfter(String office, LocalDate day);

  /**
   * The tickets of a day with a number, at most one of each office that has given it out.
   *
   * @param issuers the slugs of those offices, at least one
   */
  List<Ticket> listByNumber(Collection<String> issuers, LocalDate day, TicketNumber number);

  /** Whether an office has given out a number on a day. */
  boolean isGiven(String office, LocalDate day, TicketNumber number);

  /** The counters of an office's line on a day, including waits and calls on later days. */
  LineCounts count(String office, LocalDate day);

  /** The expiries of a day's tickets that are later than an instant and have not been undone. */
  List<TicketEvent> listSettledAfter(String office, LocalDate day, Instant instant);

  /**
   * The number of tickets waiting before a place in line: with a smaller key, or the same key and a
   * smaller number.
   */
  int countAhead(String office, LocalDate day, Instant key, int number);

  /** The number of tickets waiting before a ticket; 0 unless it waits itself. */
  default int countAhead(Ticket ticket) {
    return ticket.status() == TicketStatus.WAITING
        ? countAhead(ticket.office(), ticket.day(), ticket.key(), ticket.number().value())
        : 0;
  }

  /** The number of tickets waiting behind a place in line. */
  int countBehind(String office, LocalDate day, Instant key);

  /** The history of a ticket, in order. */
  List<TicketEvent> listEvents(long ticket);
}
