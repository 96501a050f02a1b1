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
import de.lokalwillkommen.web.text.InventedTicket;
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
    return name.flatMap(this::state)
        .flatMap(state -> offices.list().stream().findFirst().map(o -> ticket(state, o)));
  }

  /** What differs between invented tickets. */
  private record State(TicketStatus status, boolean isComing, Duration expected) {

    private static State of(TicketStatus status) {
      return new State(status, false, Duration.ofMinutes(10));
    }

    private static State of(InventedTicket ticket) {
      return switch (ticket) {
        case COMING -> new State(TicketStatus.CALLED, true, Duration.ZERO);
        case SHORT_WAIT -> new State(TicketStatus.WAITING, false, Duration.ofMinutes(-10));
        case LONG_WAIT -> new State(TicketStatus.WAITING, false, Duration.ofHours(2));
      };
    }
  }

  private Optional<State> state(String name) {
    return named(name, TicketStatus.values())
        .map(State::of)
        .or(() -> named(name, InventedTicket.values()).map(State::of));
  }

  private static <E extends Enum<E>> Optional<E> named(String name, E[] all) {
    return Arrays.stream(all).filter(one -> one.name().equals(name)).findFirst();
  }

  private ShownTicket ticket(State state, OfficeProfile office) {
    TicketStatus status = state.status();
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
            Optional.of(now).filter(at -> state.isComing()),
            Optional.empty(),
            false,
            1,
            waits ? AHEAD : 0);
    return new ShownTicket(
        ticket,
        office.name(),
        office.address().orElse(""),
        office.zone(),
        Optional.of(new Estimate(state.expected(), state.expected().plusMinutes(15), now))
            .filter(wait -> waits));
  }
}
