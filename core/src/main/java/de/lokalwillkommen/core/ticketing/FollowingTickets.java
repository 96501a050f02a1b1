package de.lokalwillkommen.core.ticketing;

import de.lokalwillkommen.core.kernel.Refusal;
import de.lokalwillkommen.core.kernel.Refusal.Kind;
import de.lokalwillkommen.core.kernel.UseCase;
import de.lokalwillkommen.core.offices.Office;
import de.lokalwillkommen.core.offices.Offices;
import de.lokalwillkommen.core.offices.Topic;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/**
 * What visitors see and do with their own tickets, identified by their token: look, leave, ask for
 * more time, answer the call.
 */
@UseCase
public class FollowingTickets {

  /** The longest time a visitor may ask for at once. */
  public static final int MOST_MINUTES = 60;

  private Offices offices;
  private Tickets tickets;
  private TodaysLine todaysLine;
  private VisitorKey key;
  private Clock clock;

  protected FollowingTickets() {}

  @Inject
  public FollowingTickets(
      Offices offices, Tickets tickets, TodaysLine todaysLine, VisitorKey key, Clock clock) {
    this.offices = offices;
    this.tickets = tickets;
    this.todaysLine = todaysLine;
    this.key = key;
    this.clock = clock;
  }

  /** The token of a ticket, for its visitor alone. */
  public String tokenFor(long ticket) {
    return key.tokenFor(ticket);
  }

  /**
   * The ticket with that token.
   *
   * @throws de.lokalwillkommen.core.kernel.Refused {@code UNKNOWN} if the token belongs to no
   *     ticket, {@code GONE} some time after the visit or the day has ended
   */
  public TicketView look(String token) {
    Ticket ticket = ticketOf(token);
    return TicketView.of(ticket, offices.get(ticket.office()), tickets.countAhead(ticket));
  }

  /** The visitor leaves; leaving again changes nothing. */
  public void leave(String token) {
    change(
        ticketOf(token),
        (t, now) ->
            t.status() == TicketStatus.CANCELLED
                ? Optional.empty()
                : Optional.of(t.cancel(Actor.VISITOR, now)));
  }

  /**
   * Undoes the visitor's leaving and restores the previous place; does nothing if the visitor has
   * not left.
   *
   * @throws de.lokalwillkommen.core.kernel.Refused {@code CONFLICT} if more time than {@link
   *     Ticket#UNDO_WITHIN} has passed, or if the visitor did not end the visit
   */
  public TicketView stay(String token) {
    return change(
        ticketOf(token),
        (t, now) ->
            t.status() == TicketStatus.WAITING
                ? Optional.empty()
                : Optional.of(t.stay(lastOf(t), now)));
  }

  /** How long the visitor of a ticket that has just been left can still undo that. */
  public Duration timeToStay(TicketView left) {
    Instant now = clock.instant();
    return tickets
        .find(left.id())
        .filter(t -> t.status() == TicketStatus.CANCELLED && t.canStay(lastOf(t), now))
        .map(t -> Duration.between(now, t.since().plus(Ticket.UNDO_WITHIN)))
        .orElse(Duration.ZERO);
  }

  private TicketEvent lastOf(Ticket ticket) {
    List<TicketEvent> events = tickets.listEvents(ticket.id());
    return events.get(events.size() - 1);
  }

  /**
   * Corrects the topic for a visitor who has touched the wrong one; number and place stay the same.
   *
   * @throws de.lokalwillkommen.core.kernel.Refused {@code INVALID} topic; {@code CONFLICT} once
   *     called, or for an appointment, whose topic was booked
   */
  public TicketView correctTopic(String token, String topic) {
    Ticket seen = ticketOf(token);
    if (offices.get(seen.office()).findTopic(topic).filter(Topic::isForWalkIns).isEmpty()) {
      throw Refusal.of(Kind.INVALID, "topic.unknown").with("field", "topic").asException();
    }
    return change(
        seen,
        (t, now) ->
            t.topic().equals(topic)
                ? Optional.empty()
                : Optional.of(t.correctTopic(topic, Actor.VISITOR, now)));
  }

  /**
   * Gives the visitor more time: out of the line for that long, then back at the old place.
   *
   * @param minutes 1 to {@link #MOST_MINUTES}
   */
  public TicketView comeLater(String token, int minutes) {
    if (minutes < 1 || minutes > MOST_MINUTES) {
      throw Refusal.of(Kind.INVALID, "later.minutes", MOST_MINUTES)
          .with("field", "minutes")
          .asException();
    }
    return change(
        ticketOf(token),
        (t, now) -> Optional.of(t.park(now.plus(Duration.ofMinutes(minutes)), Actor.VISITOR, now)));
  }

  /**
   * Records that the visitor has heard the call and is on the way; repeating it changes nothing.
   */
  public TicketView answerCall(String token) {
    return change(ticketOf(token), Ticket::answerCall);
  }

  /** Returns a parked visitor to the line before the time is over. */
  public TicketView comeBack(String token) {
    return change(ticketOf(token), (t, now) -> Optional.of(t.resume(Actor.VISITOR, now)));
  }

  private Ticket ticketOf(String token) {
    long id =
        key.findTicket(token)
            .orElseThrow(() -> Refusal.of(Kind.UNKNOWN, "ticket.unknown").asException());
    Instant now = clock.instant();
    // the token is genuine: there was a ticket, even if it is deleted
    return tickets
        .find(id)
        .filter(ticket -> ticket.isInSight(offices.get(ticket.office()), now))
        .orElseThrow(() -> Refusal.of(Kind.GONE, "ticket.gone").asException());
  }

  /** Decides and changes while the line is locked; the verb is empty if there is nothing to do. */
  private TicketView change(Ticket seen, BiFunction<Ticket, Instant, Optional<TicketEvent>> verb) {
    Instant now = clock.instant();
    Office office = offices.get(seen.office());
    OfficeLine line = todaysLine.open(office, now);
    Ticket ticket = todaysLine.getIn(line, seen.id());
    verb.apply(ticket, now).ifPresent(event -> todaysLine.note(line, ticket, event));
    return TicketView.of(ticket, office, tickets.countAhead(ticket));
  }
}
