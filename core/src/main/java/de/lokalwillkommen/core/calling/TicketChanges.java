package de.lokalwillkommen.core.calling;

import de.lokalwillkommen.core.kernel.Refusal;
import de.lokalwillkommen.core.kernel.Refusal.Kind;
import de.lokalwillkommen.core.kernel.Refused;
import de.lokalwillkommen.core.offices.Office;
import de.lokalwillkommen.core.offices.Offices;
import de.lokalwillkommen.core.staff.Desks;
import de.lokalwillkommen.core.staff.SignedIn;
import de.lokalwillkommen.core.ticketing.OfficeLine;
import de.lokalwillkommen.core.ticketing.Ticket;
import de.lokalwillkommen.core.ticketing.TicketEvent;
import de.lokalwillkommen.core.ticketing.TicketStatus;
import de.lokalwillkommen.core.ticketing.TicketView;
import de.lokalwillkommen.core.ticketing.Tickets;
import de.lokalwillkommen.core.ticketing.TodaysLine;
import de.lokalwillkommen.core.today.DayMemory;
import de.lokalwillkommen.core.today.TicketAct;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Set;
import java.util.function.BiFunction;

/**
 * One change of one ticket by a counsellor: locks the line, rereads the ticket, notes which
 * organisations serve it, and for the day who has changed it. Part of a use case.
 */
@Dependent
public class TicketChanges {

  private final Offices offices;
  private final Tickets tickets;
  private final TodaysLine todaysLine;
  private final Desks desks;
  private final DayMemory memory;
  private final Clock clock;

  @Inject
  public TicketChanges(
      Offices offices,
      Tickets tickets,
      TodaysLine todaysLine,
      Desks desks,
      DayMemory memory,
      Clock clock) {
    this.offices = offices;
    this.tickets = tickets;
    this.todaysLine = todaysLine;
    this.desks = desks;
    this.memory = memory;
    this.clock = clock;
  }

  /**
   * The surroundings of a change.
   *
   * @param me the counsellor who makes it
   */
  record Moment(SignedIn me, Office office, OfficeLine line, Instant now) {}

  /** Changes a ticket of the office in which {@code me} works. */
  TicketView change(SignedIn me, long id, BiFunction<Ticket, Moment, TicketEvent> verb) {
    Instant now = clock.instant();
    Office office = officeOf(id, me);
    OfficeLine line = todaysLine.open(office, now);
    Ticket ticket = todaysLine.getIn(line, id);
    if (ticket.status() == TicketStatus.SERVING) {
      ticket.servedBy(serving(ticket, me));
    }
    Moment moment = new Moment(me, office, line, now);
    note(line, ticket, verb.apply(ticket, moment), me);
    return TicketView.of(ticket, office, tickets.countAhead(ticket));
  }

  /** Stores and publishes a change by {@code me}. */
  void note(OfficeLine line, Ticket ticket, TicketEvent event, SignedIn me) {
    todaysLine.note(line, ticket, event);
    memory.add(new TicketAct(event, me));
  }

  /** Records that the visitor has come to the counter of a counsellor, or of a tandem. */
  TicketEvent start(Ticket ticket, Moment at) {
    return ticket.start(serving(ticket, at.me()), at.now());
  }

  /** The organisations whose counsellors serve a ticket at its counter. */
  Set<String> serving(Ticket ticket, SignedIn me) {
    return ticket
        .counter()
        .map(counter -> desks.readOrganisationsAt(counter, ticket.office(), me))
        .orElse(Set.of());
  }

  /** The office of a ticket; a ticket of another office is refused as unknown. */
  Office officeOf(long ticket, SignedIn me) {
    return tickets
        .findOffice(ticket)
        .filter(me::worksIn)
        .map(offices::get)
        .orElseThrow(TicketChanges::unknownTicket);
  }

  static Refused unknownTicket() {
    return Refusal.of(Kind.UNKNOWN, "ticket.unknown").asException();
  }
}
