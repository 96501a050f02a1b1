package de.lokalwillkommen.core.visits;

import de.lokalwillkommen.core.ticketing.Ticket;
import de.lokalwillkommen.core.ticketing.TicketAction;
import de.lokalwillkommen.core.ticketing.TicketEvent;
import de.lokalwillkommen.core.ticketing.TicketStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * How long the parts of a visit took, read from its history. What was undone at once counts as if
 * it had not happened.
 *
 * @param waited from the arrival, or the booked time if that is later, to the first call; empty if
 *     it was never called
 * @param onTheWay from the last call to the counter; empty if it was never served
 * @param served all times at counters together; empty if it was never served
 * @param transfers how often it was transferred
 */
record Durations(
    Optional<Duration> waited,
    Optional<Duration> onTheWay,
    Optional<Duration> served,
    int transfers) {

  /**
   * @param events the ticket's history, in order
   */
  static Durations of(Ticket ticket, List<TicketEvent> events) {
    Instant begin =
        ticket.slotAt().filter(slot -> slot.isAfter(ticket.issuedAt())).orElse(ticket.issuedAt());
    Instant called = null;
    Instant lastCall = null;
    Duration way = null;
    Duration served = null;
    int transfers = 0;
    for (int i = 0; i < events.size(); i++) {
      TicketEvent event = events.get(i);
      Optional<TicketEvent> next =
          Optional.of(i + 1).filter(n -> n < events.size()).map(events::get);
      if (next.filter(n -> n.action() == TicketAction.UNDO).isPresent()) {
        continue;
      }
      if (event.action() == TicketAction.CALL) {
        called = called == null ? event.at() : called;
        lastCall = event.at();
      }
      transfers += event.action() == TicketAction.TRANSFER ? 1 : 0;
      if (event.to() == TicketStatus.SERVING) {
        way =
            event.action() == TicketAction.START && lastCall != null
                ? between(lastCall, event.at())
                : way;
        Instant until = next.map(TicketEvent::at).orElse(event.at());
        served = (served == null ? Duration.ZERO : served).plus(between(event.at(), until));
      }
    }
    return new Durations(
        Optional.ofNullable(called).map(at -> between(begin, at)),
        Optional.ofNullable(way),
        Optional.ofNullable(served),
        transfers);
  }

  /** Never negative, even if a clock was put right in between. */
  private static Duration between(Instant from, Instant until) {
    return until.isAfter(from) ? Duration.between(from, until) : Duration.ZERO;
  }
}
