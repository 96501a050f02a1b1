package de.lokalwillkommen.core.ticketing;

import de.lokalwillkommen.core.kernel.Refusal;
import de.lokalwillkommen.core.kernel.Refusal.Kind;
import de.lokalwillkommen.core.kernel.RequestKey;
import de.lokalwillkommen.core.kernel.UseCase;
import de.lokalwillkommen.core.offices.Office;
import de.lokalwillkommen.core.offices.Offices;
import de.lokalwillkommen.core.offices.Topic;
import de.lokalwillkommen.core.storage.NeedsDiskSpace;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Gives visitors a place in line: at the kiosk, or by staff. */
@UseCase
public class IssuingTickets {

  private Offices offices;
  private Tickets tickets;
  private TodaysLine todaysLine;
  private Clock clock;

  protected IssuingTickets() {}

  @Inject
  public IssuingTickets(Offices offices, Tickets tickets, TodaysLine todaysLine, Clock clock) {
    this.offices = offices;
    this.tickets = tickets;
    this.todaysLine = todaysLine;
    this.clock = clock;
  }

  /**
   * The answer to a request for a ticket.
   *
   * @param ticket a copy of the ticket
   * @param isNew false if an earlier request with the same idempotency key made it
   */
  public record Issued(TicketView ticket, boolean isNew) {}

  /**
   * Issues a walk-in ticket, once for every idempotency key.
   *
   * @throws de.lokalwillkommen.core.kernel.Refused {@code UNKNOWN} office; {@code INVALID} topic,
   *     or a key that was used for another request; {@code CONFLICT} when closed or full, with
   *     {@code opensAt} if known
   */
  @NeedsDiskSpace
  public Issued walkIn(String office, TicketRequest request) {
    return issue(office, request, 1, Origin.WALK_IN, Actor.KIOSK);
  }

  /**
   * The ticket of an earlier request with the same idempotency key, if there is one.
   *
   * @throws de.lokalwillkommen.core.kernel.Refused {@code UNKNOWN} office; {@code INVALID} for a
   *     key that was used for another request
   */
  public Optional<Issued> findEarlier(String officeId, TicketRequest request) {
    Office office = offices.get(officeId);
    return request
        .requestKey()
        .flatMap(tickets::findByRequest)
        .map(earlier -> again(office, earlier, request));
  }

  /**
   * Issues a ticket at the counter, for visitors who cannot or will not use the kiosk.
   *
   * @param persons how many come with it, from 1 to {@link Ticket#MOST_PERSONS}
   */
  @NeedsDiskSpace
  public Issued byStaff(String office, TicketRequest request, int persons) {
    return issue(office, request, persons, Origin.STAFF, Actor.COUNSELLOR);
  }

  /**
   * Gives a place in line to a visitor with an appointment, regardless of the opening hours and the
   * waiting limit: the appointment is a promise.
   *
   * @param slot the booked time
   * @param key the place in line
   * @param actor the actor that checks them in: the visitor at a kiosk, or a counsellor at a
   *     counter
   */
  public TicketView atCheckIn(
      String officeId, TicketRequest request, Instant slot, Instant key, Actor actor) {
    Instant now = clock.instant();
    Office office = offices.get(officeId);
    OfficeLine line = todaysLine.open(office, now);
    // delayed as much as the arrival of a walk-in
    Instant place = key.plus(Duration.between(now, line.arrival(now)));
    Ticket ticket = new Ticket(line, request, Origin.APPOINTMENT, place, now).bookedFor(slot);
    tickets.add(ticket);
    todaysLine.note(line, ticket, ticket.issued(actor));
    return TicketView.of(ticket, office, tickets.countAhead(ticket));
  }

  private Issued issue(
      String officeId, TicketRequest request, int persons, Origin origin, Actor actor) {
    Instant now = clock.instant();
    Office office = offices.get(officeId);
    if (office.findTopic(request.topic()).filter(Topic::isForWalkIns).isEmpty()) {
      throw Refusal.of(Kind.INVALID, "topic.unknown").with("field", "topic").asException();
    }
    OfficeLine line = todaysLine.open(office, now);
    Optional<Ticket> earlier = request.requestKey().flatMap(tickets::findByRequest);
    if (earlier.isPresent()) {
      return again(office, earlier.get(), request);
    }
    office
        .objectionToTicket(line.waiting(), offices.ordersOf(office, line.day()), now)
        .ifPresent(
            refusal -> {
              throw refusal.asException();
            });
    int before = line.waiting();
    Ticket ticket = new Ticket(line, request, origin, line.arrival(now), now).forPersons(persons);
    tickets.add(ticket);
    if (request.requestKey().isPresent()) {
      // before observers query: a query writes the ticket, and would fail in place of this check
      tickets.requireNewRequestKeys();
    }
    todaysLine.note(line, ticket, ticket.issued(actor));
    return new Issued(TicketView.of(ticket, office, aheadOf(line, ticket, before)), true);
  }

  /**
   * Counted from the line's own number: only a checked-in appointment can stand behind a walk-in,
   * so most days need no query.
   *
   * @param before the number of visitors who waited before the ticket was issued
   */
  private int aheadOf(OfficeLine line, Ticket ticket, int before) {
    return line.mayHaveLaterKeys()
        ? before - tickets.countBehind(line.office(), line.day(), ticket.key())
        : before;
  }

  private Issued again(Office office, Ticket earlier, TicketRequest request) {
    Set<TicketAction> done =
        tickets.listEvents(earlier.id()).stream()
            .map(TicketEvent::action)
            .collect(Collectors.toSet());
    if (!earlier.answers(office.id(), request, done)) {
      throw RequestKey.otherBody();
    }
    return new Issued(TicketView.of(earlier, office, tickets.countAhead(earlier)), false);
  }
}
