package de.lokalwillkommen.core.ticketing;

import de.lokalwillkommen.core.kernel.UseCase;
import de.lokalwillkommen.core.offices.Office;
import de.lokalwillkommen.core.offices.Offices;
import de.lokalwillkommen.core.staff.Desks;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What time alone changes: parked visitors come back, a day ends. It may run late, since the next
 * change of a line does the same first; it only makes the change visible sooner. It undoes what a
 * clock that was ahead has ended. It also ends waits in vain, when the office has been closed for a
 * while and its counters are empty. Visitors with an appointment keep their promise and stay in the
 * line until the day is over.
 */
@UseCase
public class KeepingLines {

  private static final Set<TicketStatus> LEFT =
      EnumSet.of(TicketStatus.WAITING, TicketStatus.PARKED);

  /** The greatest number of tickets in one run; the rest follows some seconds later. */
  private static final int AT_ONCE = 200;

  private Offices offices;
  private OfficeLines lines;
  private Tickets tickets;
  private TodaysLine todaysLine;
  private Desks desks;
  private Clock clock;

  protected KeepingLines() {}

  @Inject
  public KeepingLines(
      Offices offices,
      OfficeLines lines,
      Tickets tickets,
      TodaysLine todaysLine,
      Desks desks,
      Clock clock) {
    this.offices = offices;
    this.lines = lines;
    this.tickets = tickets;
    this.todaysLine = todaysLine;
    this.desks = desks;
    this.clock = clock;
  }

  /** Does the due work of one office. Locks its line only if there is any. */
  public void tend(String officeId) {
    Instant now = clock.instant();
    Office office = offices.get(officeId);
    Optional<OfficeLine> seen = lines.find(officeId);
    LocalDate byItsClock = office.dayOf(now).date();
    LocalDate today = seen.map(line -> line.dayAt(office, now)).orElse(byItsClock);
    boolean otherDay = seen.filter(line -> !line.day().equals(today)).isPresent();
    if (otherDay || !tickets.listDueBack(officeId, today, now).isEmpty()) {
      todaysLine.bringBackDue(todaysLine.open(office, now), now);
    } else if (seen.filter(line -> TodaysLine.wasSettledTooEarly(line, now)).isPresent()) {
      todaysLine.reopen(todaysLine.open(office, now), now);
    }
    // if another server has begun a new day, the hours that are over belong to the day before
    if (today.equals(byItsClock)) {
      sendHome(office, today, now);
    }
  }

  private void sendHome(Office office, LocalDate today, Instant now) {
    if (!office.isDoneForToday(now)
        || !desks.staffedIn(office.id()).isEmpty()
        || listLeft(office, today).isEmpty()) {
      return;
    }
    OfficeLine line = todaysLine.open(office, now);
    for (Ticket left : listLeft(office, today)) {
      Ticket ticket = todaysLine.getIn(line, left.id());
      todaysLine.end(line, ticket, now);
    }
  }

  private List<Ticket> listLeft(Office office, LocalDate today) {
    return tickets.listByStatus(office.id(), today, LEFT, AT_ONCE).stream()
        .filter(ticket -> ticket.slotAt().isEmpty())
        .toList();
  }
}
