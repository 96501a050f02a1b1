package de.lokalwillkommen.core.calling;

import de.lokalwillkommen.core.staff.Desks.Desk;
import de.lokalwillkommen.core.ticketing.Ticket;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Assigns visitors to counters: a counter that asks for the next visitor gets the first one in line
 * whom it can serve (FCFS with skills; Adan, Boon, Weiss 2013). No visitor is sent to a counter
 * that has not asked, so of two free counters the one that asks first gets the visitor. A counter
 * that alone can serve a visitor who has waited for a while takes this visitor before others whom
 * other counters can serve as well. Skills guide, they never block: if no counsellor present speaks
 * a language or knows a topic, all may serve the visitor.
 */
public final class Routing {

  /** The wait after which a visitor whom only one counter can serve goes first there. */
  public static final Duration SPECIALIST_AFTER = Duration.ofMinutes(10);

  private final List<Desk> desks;
  private final Instant now;

  /**
   * @param desks the staffed counters
   * @param now the present
   */
  public Routing(List<Desk> desks, Instant now) {
    this.desks = desks.stream().filter(Desk::taking).toList();
    this.now = now;
  }

  /**
   * The ticket that a counter calls next.
   *
   * @param counter the counter that asks; if it is not among those that take visitors, it may serve
   *     any of them
   * @param line waiting tickets in the order of the line
   */
  public Optional<Ticket> next(long counter, List<Ticket> line) {
    List<Ticket> servable = line.stream().filter(t -> mayServe(counter, t)).toList();
    Optional<Ticket> first = servable.stream().findFirst();
    if (first.isEmpty() || isOnlyFor(counter, first.get())) {
      return first;
    }
    return servable.stream()
        .filter(t -> isOnlyFor(counter, t) && hasWaited(t))
        .findFirst()
        .or(() -> first);
  }

  /** The counters that may serve a ticket; empty if no counter is staffed. */
  public List<Desk> countersFor(Ticket ticket) {
    List<Desk> meant =
        desksWith(d -> ticket.forCounter().filter(c -> c == d.counter()).isPresent());
    if (!meant.isEmpty()) {
      return meant;
    }
    Predicate<Desk> advises = d -> d.skills().serves(ticket.topic());
    Predicate<Desk> speaks = d -> d.skills().speaks(ticket.language());
    List<Desk> both = desksWith(advises.and(speaks));
    if (!both.isEmpty()) {
      return both;
    }
    // understanding each other matters more than the topic
    List<Desk> speaking = desksWith(speaks);
    if (!speaking.isEmpty()) {
      return speaking;
    }
    List<Desk> advising = desksWith(advises);
    return advising.isEmpty() ? desks : advising;
  }

  /** How many counters take visitors. */
  int countDesks() {
    return desks.size();
  }

  private boolean mayServe(long counter, Ticket ticket) {
    List<Desk> candidates = countersFor(ticket);
    return candidates.isEmpty()
        || desks.stream().noneMatch(d -> d.counter() == counter)
        || candidates.stream().anyMatch(d -> d.counter() == counter);
  }

  private boolean isOnlyFor(long counter, Ticket ticket) {
    List<Desk> candidates = countersFor(ticket);
    return candidates.size() == 1 && candidates.get(0).counter() == counter && desks.size() > 1;
  }

  private boolean hasWaited(Ticket ticket) {
    return !ticket.issuedAt().plus(SPECIALIST_AFTER).isAfter(now);
  }

  private List<Desk> desksWith(Predicate<Desk> property) {
    return desks.stream().filter(property).toList();
  }
}
