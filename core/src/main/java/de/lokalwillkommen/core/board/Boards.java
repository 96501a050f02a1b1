package de.lokalwillkommen.core.board;

import de.lokalwillkommen.core.forecast.Estimates;
import de.lokalwillkommen.core.kernel.ReadModel;
import de.lokalwillkommen.core.kernel.Snapshots;
import de.lokalwillkommen.core.offices.Counter;
import de.lokalwillkommen.core.offices.Office;
import de.lokalwillkommen.core.offices.Offices;
import de.lokalwillkommen.core.ticketing.LineToday;
import de.lokalwillkommen.core.ticketing.OfficeLine;
import de.lokalwillkommen.core.ticketing.OfficeLines;
import de.lokalwillkommen.core.ticketing.Ticket;
import de.lokalwillkommen.core.ticketing.TicketStatus;
import de.lokalwillkommen.core.ticketing.Tickets;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * The boards of all offices. Calls are read once for each change of an office's line, and at most
 * once a second otherwise, regardless of the number of viewers.
 */
@ReadModel
public class Boards {

  /**
   * More calls than happen within {@link #SHOWN}, so that no visitor who is still to come is
   * missing.
   */
  private static final int CALLS = 24;

  /**
   * How long a call that is no longer current stays on the board, so that its visitor does not miss
   * it.
   */
  private static final Duration SHOWN = Duration.ofMinutes(5);

  /** How long the calls of one version are reused: which calls are recent changes with time. */
  private static final Duration PRESENT = Duration.ofSeconds(1);

  private final Snapshots<Calls> snapshots = new Snapshots<>();
  private Offices offices;
  private OfficeLines lines;
  private Tickets tickets;
  private Estimates estimates;
  private Clock clock;

  protected Boards() {}

  @Inject
  public Boards(
      Offices offices, OfficeLines lines, Tickets tickets, Estimates estimates, Clock clock) {
    this.offices = offices;
    this.lines = lines;
    this.tickets = tickets;
    this.estimates = estimates;
    this.clock = clock;
  }

  /**
   * The board of an office.
   *
   * @throws de.lokalwillkommen.core.kernel.Refused if there is no such office
   */
  public Board get(String officeId) {
    Instant now = clock.instant();
    Office office = offices.get(officeId);
    // the version is read first: a board is never older than its version
    LineToday line = lines.today(office, now);
    boolean stopped = office.ordersAt(now).stop().isPresent();
    return new Board(
        line.version(),
        office.id(),
        office.name(),
        office.zone(),
        now,
        snapshots
            .get(
                officeId,
                calls -> calls.arePresent(line.version(), line.day(), now),
                () -> new Calls(line.version(), line.day(), now, calls(office, line.day(), now)))
            .list(),
        line.waiting(),
        estimates.findForVisitorBehind(line.waiting(), officeId).filter(estimate -> !stopped),
        closed(office, now),
        stopped,
        office.announcementAt(now));
  }

  /** The version of an office's board, cheaply. */
  public long versionOf(String officeId) {
    return lines.find(officeId).map(OfficeLine::version).orElse(0L);
  }

  private List<Board.Call> calls(Office office, LocalDate today, Instant now) {
    return tickets.listCalled(office.id(), today, CALLS).stream()
        .filter(t -> t.status().isAtCounter() || wasCalledLately(t, now))
        .map(t -> call(t, office))
        .toList();
  }

  private static Optional<Board.Closed> closed(Office office, Instant now) {
    return office.hours().openAt(now).isPresent()
        ? Optional.empty()
        : Optional.of(new Board.Closed(office.hours().nextOpening(now)));
  }

  private static boolean wasCalledLately(Ticket ticket, Instant now) {
    return ticket.calledAt().filter(at -> at.plus(SHOWN).isAfter(now)).isPresent();
  }

  private Board.Call call(Ticket ticket, Office office) {
    return new Board.Call(
        ticket.number().toString(),
        ticket.counter().flatMap(office::findCounter).map(Counter::name).orElse(""),
        ticket.calledAt().orElseThrow(),
        ticket.callSeq().orElseThrow(),
        ticket.status() != TicketStatus.CALLED,
        ticket.recalls(),
        ticket.broughtFrom().map(offices::get).map(Office::name));
  }

  private record Calls(long version, LocalDate day, Instant readAt, List<Board.Call> list) {

    boolean arePresent(long presentVersion, LocalDate today, Instant now) {
      return version == presentVersion
          && day.equals(today)
          && Duration.between(readAt, now).abs().compareTo(PRESENT) < 0;
    }
  }
}
