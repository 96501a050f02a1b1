package de.lokalwillkommen.core.ticketing;

import de.lokalwillkommen.core.offices.Counter;
import de.lokalwillkommen.core.offices.Office;
import java.time.Instant;
import java.util.Optional;

/**
 * A read-only copy of a ticket at one moment.
 *
 * @param id for staff; a visitor knows a token instead
 * @param number the number on the paper
 * @param office the slug of the office in whose line it stands
 * @param topic the identifier of the topic
 * @param language BCP 47 tag
 * @param persons how many people come with it
 * @param origin how the visitor got it
 * @param status its status
 * @param counter the counter to which it is called or at which it is served
 * @param issuedAt when it was issued
 * @param calledAt when it was called; a recall does not change it
 * @param since when its status began
 * @param backAt when it returns to the line by itself, if parked
 * @param endedAt when it ended
 * @param recalls how often it was recalled
 * @param recallable whether it can be called again
 * @param comingSince when the visitor answered the last call, if so
 * @param undoableUntil until when the last action can be undone; a transfer has no such limit
 * @param handedOn whether it was transferred and has not been changed since, so that the transfer
 *     can be undone
 * @param step the number of changes so far, which identifies the one to be undone
 * @param ahead the number of tickets waiting before it; 0 unless it waits
 */
public record TicketView(
    long id,
    String number,
    String office,
    String topic,
    String language,
    int persons,
    Origin origin,
    TicketStatus status,
    Optional<At> counter,
    Instant issuedAt,
    Optional<Instant> calledAt,
    Instant since,
    Optional<Instant> backAt,
    Optional<Instant> endedAt,
    int recalls,
    boolean recallable,
    Optional<Instant> comingSince,
    Optional<Instant> undoableUntil,
    boolean handedOn,
    int step,
    int ahead) {

  /**
   * A counter by its identifier and the name on its door.
   *
   * @param id its identifier
   * @param name the name on the door
   */
  public record At(long id, String name) {}

  /** The view of a ticket of that office. */
  public static TicketView of(Ticket ticket, Office office, int ahead) {
    boolean atCounter = ticket.status().isAtCounter() || ticket.status() == TicketStatus.DONE;
    return new TicketView(
        ticket.id(),
        ticket.number().toString(),
        ticket.office(),
        ticket.topic(),
        ticket.language(),
        ticket.persons(),
        ticket.origin(),
        ticket.status(),
        ticket.counter().filter(c -> atCounter).flatMap(office::findCounter).map(TicketView::at),
        ticket.issuedAt(),
        ticket.calledAt(),
        ticket.since(),
        ticket.backAt(),
        ticket.endedAt(),
        ticket.recalls(),
        ticket.isRecallable(office.recallLimit()),
        ticket.comingSince(),
        ticket.undoableUntil(),
        ticket.isHandedOn(),
        ticket.step(),
        ticket.status() == TicketStatus.WAITING ? ahead : 0);
  }

  private static At at(Counter counter) {
    return new At(counter.id(), counter.name());
  }
}
