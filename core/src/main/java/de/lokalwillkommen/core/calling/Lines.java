package de.lokalwillkommen.core.calling;

import de.lokalwillkommen.core.kernel.ReadModel;
import de.lokalwillkommen.core.kernel.Snapshots;
import de.lokalwillkommen.core.offices.Counter;
import de.lokalwillkommen.core.offices.Office;
import de.lokalwillkommen.core.offices.Offices;
import de.lokalwillkommen.core.staff.Desks;
import de.lokalwillkommen.core.staff.Desks.Desk;
import de.lokalwillkommen.core.ticketing.LineToday;
import de.lokalwillkommen.core.ticketing.OfficeLines;
import de.lokalwillkommen.core.ticketing.Ticket;
import de.lokalwillkommen.core.ticketing.TicketStatus;
import de.lokalwillkommen.core.ticketing.TicketView;
import de.lokalwillkommen.core.ticketing.Tickets;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The lines of all offices for their staff, with the reason for every place. A line is read once
 * for each change, regardless of the number of open consoles.
 */
@ReadModel
public class Lines {

  /** The greatest number of listed rows; counsellors read no further. */
  public static final int ROWS = 200;

  static final Set<TicketStatus> AT_COUNTERS =
      EnumSet.of(TicketStatus.CALLED, TicketStatus.SERVING);

  /** How long a snapshot of an unchanged line is reused: waits are shown in minutes. */
  private static final Duration PRESENT = Duration.ofSeconds(1);

  private final Snapshots<Snapshot> snapshots = new Snapshots<>();
  private Offices offices;
  private OfficeLines lines;
  private Tickets tickets;
  private Desks desks;
  private Clock clock;

  protected Lines() {}

  @Inject
  public Lines(Offices offices, OfficeLines lines, Tickets tickets, Desks desks, Clock clock) {
    this.offices = offices;
    this.lines = lines;
    this.tickets = tickets;
    this.desks = desks;
    this.clock = clock;
  }

  /** The line of an office. */
  public LineView get(String officeId) {
    Instant now = clock.instant();
    Office office = offices.get(officeId);
    // the version is read before the data it describes
    LineToday line = lines.today(office, now);
    List<Desk> staffed = desks.staffedIn(officeId);
    return snapshots
        .get(
            officeId,
            earlier -> earlier.isPresent(line.version(), staffed, now),
            () -> new Snapshot(line.version(), staffed, read(office, line, now, staffed)))
        .view();
  }

  private LineView read(Office office, LineToday line, Instant now, List<Desk> staffed) {
    LocalDate today = line.day();
    List<Ticket> inLine = tickets.listWaiting(office.id(), today, 0, ROWS);
    return new LineView(
        office.id(),
        now,
        line.waiting(),
        rows(office, inLine, new Routing(staffed, now), now),
        views(office, today, AT_COUNTERS),
        views(office, today, EnumSet.of(TicketStatus.PARKED)),
        views(office, today, EnumSet.of(TicketStatus.NO_SHOW)),
        handedOn(office, today, inLine));
  }

  private List<LineView.HandedOn> handedOn(Office office, LocalDate today, List<Ticket> waiting) {
    Stream<Ticket> here =
        waiting.stream().filter(t -> t.handedOnBy().filter(office.id()::equals).isPresent());
    List<String> others =
        offices.list().stream().map(Office::id).filter(id -> !id.equals(office.id())).toList();
    return Stream.concat(here, tickets.listHandedOn(office.id(), others, today).stream())
        .map(ticket -> handedOn(office, ticket))
        .toList();
  }

  private LineView.HandedOn handedOn(Office here, Ticket ticket) {
    Office there = offices.get(ticket.office());
    return new LineView.HandedOn(
        TicketView.of(ticket, there, 0),
        Optional.of(there).filter(o -> !o.id().equals(here.id())).map(Office::name),
        ticket.forCounter().flatMap(there::findCounter).map(Counter::name));
  }

  /** The number of a ticket of any office, as long as it is stored. */
  public Optional<String> findNumber(long ticket) {
    return tickets.find(ticket).map(t -> t.number().toString());
  }

  private List<TicketView> views(Office office, LocalDate day, Set<TicketStatus> statuses) {
    return tickets.listByStatus(office.id(), day, statuses, ROWS).stream()
        .map(t -> TicketView.of(t, office, 0))
        .toList();
  }

  /** Never negative: the ticket may have been issued by a clock that was ahead. */
  private static Duration waitedUntil(Instant now, Ticket ticket) {
    Duration waited = Duration.between(ticket.issuedAt(), now);
    return waited.isNegative() ? Duration.ZERO : waited;
  }

  private List<LineView.Row> rows(
      Office office, List<Ticket> waiting, Routing routing, Instant now) {
    Reasons reasons = new Reasons(office, offices, waiting, routing, now);
    List<LineView.Row> rows = new ArrayList<>();
    for (Ticket ticket : waiting) {
      Duration waited = waitedUntil(now, ticket);
      rows.add(
          new LineView.Row(
              TicketView.of(ticket, office, rows.size()),
              ticket.key(),
              waited,
              LineView.Light.of(waited),
              reasons.of(ticket)));
    }
    return rows;
  }

  private record Snapshot(long version, List<Desk> staffed, LineView view) {

    boolean isPresent(long presentVersion, List<Desk> presentStaff, Instant now) {
      return version == presentVersion
          && staffed.equals(presentStaff)
          && Duration.between(view.now(), now).abs().compareTo(PRESENT) < 0;
    }
  }
}
