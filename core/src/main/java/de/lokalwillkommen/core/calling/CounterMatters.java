package de.lokalwillkommen.core.calling;

import de.lokalwillkommen.core.kernel.ReadModel;
import de.lokalwillkommen.core.offices.Offices;
import de.lokalwillkommen.core.staff.Desks;
import de.lokalwillkommen.core.staff.SignedIn;
import de.lokalwillkommen.core.ticketing.Ticket;
import de.lokalwillkommen.core.ticketing.TicketEvent;
import de.lokalwillkommen.core.ticketing.TicketView;
import de.lokalwillkommen.core.ticketing.Tickets;
import de.lokalwillkommen.core.today.ColleagueNote;
import de.lokalwillkommen.core.today.DayMemory;
import de.lokalwillkommen.core.today.TicketAct;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/**
 * What only the people at one counter see: the note for them, and what the other one of a tandem
 * has just done.
 */
@ReadModel
public class CounterMatters {

  private Offices offices;
  private Tickets tickets;
  private Desks desks;
  private DayMemory memory;
  private Clock clock;

  protected CounterMatters() {}

  @Inject
  public CounterMatters(
      Offices offices, Tickets tickets, Desks desks, DayMemory memory, Clock clock) {
    this.offices = offices;
    this.tickets = tickets;
    this.desks = desks;
    this.memory = memory;
    this.clock = clock;
  }

  /**
   * A step of a colleague that can still be undone.
   *
   * @param ticket the ticket as it is now
   * @param past what was done, in one word
   * @param name the name of the colleague
   */
  public record ColleagueStep(TicketView ticket, String past, String name) {}

  /** The note for the counter that has called a visitor; empty for all others. */
  public Optional<String> findNote(SignedIn me, long ticket) {
    return tickets
        .find(ticket)
        .filter(t -> t.status().isAtCounter() && me.worksIn(t.office()))
        .filter(t -> t.counter().isPresent() && t.counter().equals(me.counter()))
        .flatMap(t -> memory.findNote(t.id()))
        .map(ColleagueNote::text);
  }

  /** The last step at the counter, if a colleague has taken it just now and it can be undone. */
  public Optional<ColleagueStep> findStepOfColleague(SignedIn me) {
    Instant now = clock.instant();
    return me
        .counter()
        .map(counter -> memory.listActsAt(counter, now.minus(Ticket.UNDO_WITHIN)))
        .stream()
        .flatMap(acts -> acts.stream().filter(act -> act.step().isPresent()).limit(1))
        .filter(act -> act.isOfOther(me))
        .findFirst()
        .flatMap(act -> step(act, now));
  }

  private Optional<ColleagueStep> step(TicketAct act, Instant now) {
    return tickets
        .find(act.ticket())
        .filter(ticket -> act.step().filter(step -> step == ticket.step()).isPresent())
        .filter(ticket -> ticket.undoableUntil().filter(until -> !now.isAfter(until)).isPresent())
        .map(
            ticket ->
                new ColleagueStep(
                    TicketView.of(ticket, offices.get(ticket.office()), 0),
                    pastOf(act),
                    desks.findName(act.counsellor()).orElse("")));
  }

  private String pastOf(TicketAct act) {
    return tickets.listEvents(act.ticket()).stream()
        .filter(event -> event.id() == act.event())
        .map(TicketEvent::action)
        .map(action -> action.past())
        .findFirst()
        .orElse("");
  }
}
