package de.lokalwillkommen.core.calling;

import de.lokalwillkommen.core.calling.LineView.Why;
import de.lokalwillkommen.core.offices.Counter;
import de.lokalwillkommen.core.offices.Office;
import de.lokalwillkommen.core.offices.Offices;
import de.lokalwillkommen.core.staff.Desks.Desk;
import de.lokalwillkommen.core.ticketing.Ticket;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The reasons for the places in an office's line, at one moment. */
final class Reasons {

  private final Office office;
  private final Offices offices;
  private final CallingOrder order;
  private final Routing routing;
  private final Instant now;
  private final Optional<Ticket> longest;

  Reasons(Office office, Offices offices, List<Ticket> waiting, Routing routing, Instant now) {
    this.office = office;
    this.offices = offices;
    this.order = CallingOrder.of(office);
    this.routing = routing;
    this.now = now;
    this.longest = waiting.stream().min(Comparator.comparing(Ticket::issuedAt));
  }

  /**
   * All reasons of one ticket: the rule behind its place, the only counter that can call it, and
   * the office that gave its number. The plain reason that the visitor waits appears only if no
   * other reason explains the place.
   */
  List<Why> of(Ticket ticket) {
    List<Why> whys = new ArrayList<>();
    ticket.urgentReason().map(reason -> Why.of("urgent", reason)).ifPresent(whys::add);
    ticket.slotAt().map(slot -> appointment(ticket.issuedAt(), slot)).ifPresent(whys::add);
    onlyCounter(ticket).ifPresent(whys::add);
    if (whys.isEmpty()) {
      whys.add(patience(ticket));
    }
    ticket.broughtFrom().map(from -> Why.of("from", offices.get(from).name())).ifPresent(whys::add);
    return List.copyOf(whys);
  }

  private Why appointment(Instant arrival, Instant slot) {
    long late = Duration.between(slot, arrival).toMinutes();
    if (order.isLate(arrival, slot)) {
      return Why.of("appointment.late", slot, late);
    }
    return late > 0
        ? Why.of("appointment.bitLate", slot, late)
        : Why.of("appointment.onTime", slot);
  }

  private Optional<Why> onlyCounter(Ticket ticket) {
    Optional<String> meant = ticket.forCounter().flatMap(office::findCounter).map(Counter::name);
    if (meant.isPresent()) {
      return meant.map(name -> Why.of("handedOn", name));
    }
    List<Desk> candidates = routing.countersFor(ticket);
    if (candidates.size() != 1 || routing.countDesks() < 2) {
      return Optional.empty();
    }
    return office
        .findCounter(candidates.get(0).counter())
        .map(c -> Why.of("needs", ticket.language(), c.name()));
  }

  private Why patience(Ticket ticket) {
    return longest.filter(ticket::equals).isPresent()
        ? Why.of("longest")
        : Why.of("waits", Duration.between(ticket.issuedAt(), now));
  }
}
