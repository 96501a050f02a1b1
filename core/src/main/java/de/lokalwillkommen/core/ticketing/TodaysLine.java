package de.lokalwillkommen.core.ticketing;

import de.lokalwillkommen.core.kernel.DomainEvents;
import de.lokalwillkommen.core.kernel.Refusal;
import de.lokalwillkommen.core.kernel.Refusal.Kind;
import de.lokalwillkommen.core.kernel.time.TrustedTime;
import de.lokalwillkommen.core.offices.Office;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * Begins a change of an office's line: locks it, begins today if it stands on an earlier day, and
 * stores what happens. It has no state and is called only within the transaction of a use case.
 */
@Dependent
public class TodaysLine {

  private final OfficeLines lines;
  private final Tickets tickets;
  private final DomainEvents events;

  @Inject
  public TodaysLine(OfficeLines lines, Tickets tickets, DomainEvents events) {
    this.lines = lines;
    this.tickets = tickets;
    this.events = events;
  }

  /** The line of an office on its present business day, locked until the transaction ends. */
  public OfficeLine open(Office office, Instant now) {
    OfficeLine line = lines.lock(office.id(), office.dayOf(now).date());
    LocalDate today = line.dayAt(office, now);
    if (line.day().isBefore(today)) {
      for (Ticket left : tickets.listOpenBefore(office.id(), today)) {
        end(line, left, now);
      }
      line.beginDay(today);
    } else if (line.day().isAfter(today)) {
      turnBack(line, today, now);
    }
    return line;
  }

  /** Ends an open ticket because its day, or its office's hours, are over. */
  void end(OfficeLine line, Ticket left, Instant now) {
    note(line, left, left.endWithTheDay(now));
    line.settled(now);
  }

  /**
   * Returns to a day that is not over, when the clock was ahead and had ended it: its tickets are
   * restored, and tickets of the later day move to it.
   */
  private void turnBack(OfficeLine line, LocalDate today, Instant now) {
    List<Ticket> ahead = tickets.listOpenAfter(line.office(), today);
    List<TicketEvent> redated = new ArrayList<>();
    List<Ticket> givenTwice = new ArrayList<>();
    for (Ticket ticket : ahead) {
      if (tickets.isGiven(ticket.broughtFrom().orElse(line.office()), today, ticket.number())) {
        givenTwice.add(ticket);
      } else {
        redated.add(ticket.redate(today, now));
      }
    }
    line.turnBackTo(today, tickets.count(line.office(), today));
    for (Ticket ticket : givenTwice) {
      redated.add(ticket.redateAndRenumber(line, now));
    }
    redated.forEach(event -> note(line, tickets.get(event.ticket()), event));
    reopen(line, now);
  }

  /** Whether tickets have expired by a clock that was ahead. */
  static boolean wasSettledTooEarly(OfficeLine line, Instant now) {
    return line.wasSettledAfter(now.plus(TrustedTime.TOLERANCE));
  }

  /** Undoes expiries by a clock that was ahead. */
  void reopen(OfficeLine line, Instant now) {
    Instant honest = now.plus(TrustedTime.TOLERANCE);
    for (TicketEvent end : tickets.listSettledAfter(line.office(), line.day(), honest)) {
      Ticket ticket = tickets.getAgain(end.ticket());
      note(line, ticket, ticket.reopen(end, now));
    }
    line.settled(now);
  }

  /**
   * Rereads a ticket of a locked line. What was read before the lock may be outdated: another
   * transaction may have transferred the visitor to another office, or the day may have ended.
   *
   * @throws de.lokalwillkommen.core.kernel.Refused {@code CONFLICT} if it is no longer in that line
   */
  public Ticket getIn(OfficeLine held, long id) {
    Ticket present = tickets.getAgain(id);
    if (!present.office().equals(held.office()) || !present.day().equals(held.day())) {
      throw Refusal.of(Kind.CONFLICT, "ticket.notNow")
          .with("state", present.status().name())
          .asException();
    }
    return present;
  }

  /** Stores a change in the history, gives it the line's next version and publishes it. */
  public void note(OfficeLine line, Ticket ticket, TicketEvent event) {
    tickets.add(event);
    long version = line.note(event);
    events.publish(
        new TicketChanged(line.office(), ticket.id(), event.action(), version, event.at()));
  }

  /** Gives the line its next version after a change of what is ordered for the day. */
  public void noteOrders(OfficeLine line) {
    line.noteOrders();
  }

  /** Publishes that a ticket is about to leave for another office's line. */
  public void noteGone(OfficeLine from, Ticket ticket, TicketAction action, Instant now) {
    long version = from.noteGone(ticket);
    events.publish(new TicketChanged(from.office(), ticket.id(), action, version, now));
  }

  /** Stores and publishes that a ticket has come from another office's line. */
  public void noteArrived(OfficeLine into, Ticket ticket, TicketEvent event) {
    tickets.add(event);
    long version = into.noteArrived(ticket, event.at());
    events.publish(
        new TicketChanged(into.office(), ticket.id(), event.action(), version, event.at()));
  }

  /** Returns parked tickets whose time is over to the line. */
  public void bringBackDue(OfficeLine line, Instant now) {
    for (Ticket seen : tickets.listDueBack(line.office(), line.day(), now)) {
      // the ticket may have been read before the line was locked
      Ticket due = tickets.getAgain(seen.id());
      note(line, due, due.resume(Actor.SCHEDULE, now));
    }
  }
}
