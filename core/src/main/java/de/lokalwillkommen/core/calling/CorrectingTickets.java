package de.lokalwillkommen.core.calling;

import de.lokalwillkommen.core.calling.TicketChanges.Moment;
import de.lokalwillkommen.core.kernel.NotedState;
import de.lokalwillkommen.core.kernel.Refusal;
import de.lokalwillkommen.core.kernel.Refusal.Kind;
import de.lokalwillkommen.core.kernel.UseCase;
import de.lokalwillkommen.core.offices.Office;
import de.lokalwillkommen.core.staff.Right;
import de.lokalwillkommen.core.staff.SignedIn;
import de.lokalwillkommen.core.ticketing.Outcome;
import de.lokalwillkommen.core.ticketing.Ticket;
import de.lokalwillkommen.core.ticketing.TicketAction;
import de.lokalwillkommen.core.ticketing.TicketEvent;
import de.lokalwillkommen.core.ticketing.TicketView;
import de.lokalwillkommen.core.ticketing.Tickets;
import de.lokalwillkommen.core.today.DayMemory;
import jakarta.inject.Inject;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * What staff put right about a visit: how many people came, the language, the topic, the outcome.
 * The place in line stays. Each correction is an entry in the ticket's history, which goes with the
 * day, and is published for the history of changes.
 */
@UseCase
public class CorrectingTickets {

  private Tickets tickets;
  private TicketChanges changes;
  private VisitLog log;
  private DayMemory memory;

  protected CorrectingTickets() {}

  @Inject
  public CorrectingTickets(Tickets tickets, TicketChanges changes, VisitLog log, DayMemory memory) {
    this.tickets = tickets;
    this.changes = changes;
    this.log = log;
    this.memory = memory;
  }

  /**
   * Corrects how many people come with a ticket.
   *
   * @param count from 1 to {@link Ticket#MOST_PERSONS}
   */
  public TicketView correctPersons(SignedIn me, long ticket, int count) {
    return correct(me, ticket, VisitLog::persons, (t, at) -> t.correctPersons(count, at.now()));
  }

  /**
   * Corrects the language that a visitor speaks.
   *
   * @param language BCP 47 tag
   */
  public TicketView correctLanguage(SignedIn me, long ticket, String language) {
    return correct(
        me, ticket, VisitLog::language, (t, at) -> t.correctLanguage(language, at.now()));
  }

  /**
   * Corrects the topic of a visit; who may call the visitor follows it.
   *
   * @param topic a topic of the office
   * @throws de.lokalwillkommen.core.kernel.Refused {@code INVALID} for an unknown topic, or the
   *     present one
   */
  public TicketView correctTopic(SignedIn me, long ticket, String topic) {
    return correct(
        me,
        ticket,
        VisitLog::topic,
        (t, at) -> {
          requireTopic(at.office(), topic);
          return t.correctTopic(topic, at.now());
        });
  }

  private static void requireTopic(Office office, String topic) {
    if (office.findTopic(topic).isEmpty()) {
      throw Refusal.of(Kind.INVALID, "topic.unknown").with("field", "topic").asException();
    }
  }

  /**
   * Corrects the outcome of a visit that ended today.
   *
   * @param reason 1 to {@link CallingTickets#LONGEST_REASON} characters, for the history of the
   *     number
   * @throws de.lokalwillkommen.core.kernel.Refused {@code NOT_ALLOWED} for a person who has neither
   *     ended the visit nor the right to correct all; {@code CONFLICT} if it has not ended; {@code
   *     INVALID} if the outcome is not valid for the ticket
   */
  public TicketView correctOutcome(SignedIn me, long ticket, Outcome outcome, String reason) {
    String why = CallingTickets.reasonIn(reason);
    return correct(
        me,
        ticket,
        VisitLog::outcome,
        (t, at) -> {
          if (!mayCorrectOutcome(me, t)) {
            throw Refusal.of(Kind.NOT_ALLOWED, "outcome.notYours").asException();
          }
          outcome
              .objection(t, at.office())
              .ifPresent(
                  refusal -> {
                    throw refusal.asException();
                  });
          return t.correctOutcome(outcome, why, at.now());
        });
  }

  private TicketView correct(
      SignedIn me,
      long ticket,
      Function<Ticket, NotedState> noted,
      BiFunction<Ticket, Moment, TicketEvent> correction) {
    return changes.change(
        me,
        ticket,
        (t, at) -> {
          NotedState before = noted.apply(t);
          TicketEvent event = correction.apply(t, at);
          log.write(at, event.action(), before, noted.apply(t));
          return event;
        });
  }

  private boolean mayCorrectOutcome(SignedIn me, Ticket ticket) {
    return me.may(Right.CORRECT_OUTCOMES, ticket.office()) || hasEnded(me, ticket, tickets, memory);
  }

  /** Whether a person has ended a visit, as far as that is still known. */
  static boolean hasEnded(SignedIn me, Ticket ticket, Tickets tickets, DayMemory memory) {
    return tickets.listEvents(ticket.id()).stream()
        .filter(event -> event.action() == TicketAction.FINISH)
        .reduce((earlier, later) -> later)
        .map(TicketEvent::id)
        .filter(
            end ->
                memory.listActs(ticket.id()).stream()
                    .anyMatch(act -> act.event() == end && !act.isOfOther(me)))
        .isPresent();
  }

  /** Removes the note for the colleague, once it has been read. */
  public void removeNote(SignedIn me, long ticket) {
    changes.officeOf(ticket, me);
    memory.removeNote(ticket);
  }
}
