package de.lokalwillkommen.kiosk.ticket;

import de.lokalwillkommen.core.forecast.Estimate;
import de.lokalwillkommen.core.kernel.Refusal;
import de.lokalwillkommen.core.kernel.Refusal.Kind;
import de.lokalwillkommen.core.offices.OfficeDirectory;
import de.lokalwillkommen.core.offices.OfficeProfile;
import de.lokalwillkommen.core.ticketing.Origin;
import de.lokalwillkommen.core.ticketing.TicketStatus;
import de.lokalwillkommen.core.ticketing.TicketView;
import de.lokalwillkommen.web.text.InventedData;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;

/** Tickets that no visitor has, on which editors see how a text looks. */
@ApplicationScoped
public class InventedTickets {

  private static final int AHEAD = 3;
  private static final long NO_TICKET = -1;

  private OfficeDirectory offices;
  private Clock clock;

  protected InventedTickets() {}

  @Inject
  InventedTickets(OfficeDirectory offices, Clock clock) {
    this.offices = offices;
    this.clock = clock;
  }

  /**
   * The ticket with that token, if it is an invented one.
   *
   * @throws de.lokalwillkommen.core.kernel.Refused if the token names the kind of a refusal
   */
  Optional<ShownTicket> find(String token) {
    Optional<String> name = InventedData.findTicket(token);
    name.flatMap(n -> named(n, Kind.values()))
        .ifPresent(
            kind -> {
              throw Refusal.of(kind, "ticket.unknown").asException();
            });
    return name.flatMap(n -> named(n, TicketStatus.values()))
        .flatMap(status -> offices.list().stream().findFirst().map(o -> ticket(status, o)));
  }

  private static <E extends Enum<E>> Optional<E> named(String name, E[] all) {
    return Arrays.stream(all).filter(one -> one.name().equals(name)).findFirst();
  }

  private ShownTicket ticket(TicketStatus status, OfficeProfile office) {
    Instant now = clock.instant();
    boolean atCounter = status == TicketStatus.CALLED || status == TicketStatus.SERVING;
    boolean waits = status == TicketStatus.WAITING;
    TicketView ticket =
        new TicketView(
            NO_TICKET,
            "A017",
            office.id(),
            office.topics().stream().findFirst().map(t -> t.id()).orElse("other"),
            "de",
            1,
            Origin.WALK_IN,
            status,
            office.counters().stream()
                .filter(counter -> atCounter)
                .findFirst()
                .map(counter -> new TicketView.At(counter.id(), counter.name())),
            now.minus(Duration.ofMinutes(20)),
            Optional.of(now).filter(at -> atCounter),
            now,
            Optional.of(now.plus(Duration.ofMinutes(15)))
                .filter(at -> status == TicketStatus.PARKED),
            Optional.of(now).filter(at -> status.isOver()),
            0,
            false,
            Optional.empty(),
            Optional.empty(),
            false,
            1,
            waits ? AHEAD : 0);
    return new ShownTicket(
        ticket,
        office.name(),
        office.address().orElse(""),
        office.zone(),
        Optional.of(new Estimate(Duration.ofMinutes(10), Duration.ofMinutes(25), now))
            .filter(wait -> waits));
  }
}
