package de.lokalwillkommen.core.calling;

import de.lokalwillkommen.core.kernel.ReadModel;
import de.lokalwillkommen.core.offices.Counter;
import de.lokalwillkommen.core.offices.Office;
import de.lokalwillkommen.core.offices.Offices;
import de.lokalwillkommen.core.staff.Desks;
import de.lokalwillkommen.core.staff.Right;
import de.lokalwillkommen.core.staff.SignedIn;
import de.lokalwillkommen.core.ticketing.Actor;
import de.lokalwillkommen.core.ticketing.Outcome;
import de.lokalwillkommen.core.ticketing.Ticket;
import de.lokalwillkommen.core.ticketing.TicketAction;
import de.lokalwillkommen.core.ticketing.TicketEvent;
import de.lokalwillkommen.core.ticketing.TicketNumber;
import de.lokalwillkommen.core.ticketing.TicketStatus;
import de.lokalwillkommen.core.ticketing.TicketView;
import de.lokalwillkommen.core.ticketing.Tickets;
import de.lokalwillkommen.core.today.DayMemory;
import de.lokalwillkommen.core.today.TicketAct;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What has happened to a number today, for the staff of the office in whose line it stands. */
@ReadModel
public class Timelines {

  private Offices offices;
  private Tickets tickets;
  private Desks desks;
  private DayMemory memory;
  private Clock clock;

  protected Timelines() {}

  @Inject
  public Timelines(Offices offices, Tickets tickets, Desks desks, DayMemory memory, Clock clock) {
    this.offices = offices;
    this.tickets = tickets;
    this.desks = desks;
    this.memory = memory;
    this.clock = clock;
  }

  /**
   * The history of a ticket of today.
   *
   * @param ticket the ticket as it is now
   * @param entries what has happened, in order
   * @param outcome the outcome of the visit, if it has one
   * @param correctable whether the reader may correct the outcome
   */
  public record Timeline(
      TicketView ticket, List<Entry> entries, Optional<Outcome> outcome, boolean correctable) {}

  /**
   * One change.
   *
   * @param at when
   * @param action what was done
   * @param actor the kind of actor
   * @param counter the name of the counter at which the ticket was then, if at any
   * @param who the name of the person, if the reader may see it and it is still known
   * @param reason the reason, or the value before a correction
   */
  public record Entry(
      Instant at,
      TicketAction action,
      Actor actor,
      Optional<String> counter,
      Optional<String> who,
      Optional<String> reason) {}

  /**
   * The tickets of today with a number in the office where {@code me} works; two if another office
   * has transferred the same number.
   *
   * @param typed the number as it was typed
   */
  public List<Timeline> list(SignedIn me, String typed) {
    Optional<Office> office = me.office().filter(me::worksIn).flatMap(offices::find);
    Optional<TicketNumber> number = TicketNumber.find(typed);
    if (office.isEmpty() || number.isEmpty()) {
      return List.of();
    }
    List<String> all = offices.list().stream().map(Office::id).toList();
    return tickets.listByNumber(all, today(office.get()), number.get()).stream()
        .filter(ticket -> ticket.office().equals(office.get().id()))
        .map(ticket -> timeline(me, office.get(), ticket))
        .toList();
  }

  /**
   * The history of one ticket of today; empty if it is not in the office where {@code me} works.
   */
  public Optional<Timeline> find(SignedIn me, long id) {
    return tickets
        .find(id)
        .filter(ticket -> me.worksIn(ticket.office()))
        .filter(ticket -> ticket.day().equals(today(offices.get(ticket.office()))))
        .map(ticket -> timeline(me, offices.get(ticket.office()), ticket));
  }

  private LocalDate today(Office office) {
    return office.dayOf(clock.instant()).date();
  }

  private Timeline timeline(SignedIn me, Office office, Ticket ticket) {
    Map<Long, Long> authors =
        me.may(Right.SEE_WHO_ACTED, office.id())
            ? memory.listActs(ticket.id()).stream()
                .collect(Collectors.toMap(TicketAct::event, TicketAct::counsellor))
            : Map.of();
    boolean correctable =
        ticket.status() == TicketStatus.DONE
            && (me.may(Right.CORRECT_OUTCOMES, office.id())
                || CorrectingTickets.hasEnded(me, ticket, tickets, memory));
    return new Timeline(
        TicketView.of(ticket, office, tickets.countAhead(ticket)),
        tickets.listEvents(ticket.id()).stream().map(event -> entry(me, event, authors)).toList(),
        ticket.outcome(),
        correctable);
  }

  private Entry entry(SignedIn me, TicketEvent event, Map<Long, Long> authors) {
    Optional<Office> office = offices.find(event.office());
    return new Entry(
        event.at(),
        event.action(),
        event.actor(),
        event.counter().flatMap(c -> office.flatMap(o -> o.findCounter(c))).map(Counter::name),
        Optional.ofNullable(authors.get(event.id()))
            .filter(author -> me.may(Right.SEE_WHO_ACTED, event.office()))
            .flatMap(desks::findName),
        event.reason());
  }
}
