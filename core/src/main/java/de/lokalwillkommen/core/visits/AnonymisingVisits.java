package de.lokalwillkommen.core.visits;

import de.lokalwillkommen.core.booking.OpenBook;
import de.lokalwillkommen.core.kernel.UseCase;
import de.lokalwillkommen.core.offices.Office;
import de.lokalwillkommen.core.offices.Offices;
import de.lokalwillkommen.core.retention.Retention;
import de.lokalwillkommen.core.staff.Desks;
import de.lokalwillkommen.core.ticketing.Ticket;
import de.lokalwillkommen.core.ticketing.TicketEvent;
import de.lokalwillkommen.core.ticketing.Tickets;
import de.lokalwillkommen.core.ticketing.TodaysLine;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/**
 * Turns ended tickets into facts without a way back to a person, some hours after the office has
 * closed. It may run late: a ticket is shown no longer than it should, and one of an earlier day
 * never.
 */
@UseCase
public class AnonymisingVisits {

  /** The office waits for one transaction at most, so each takes only some tickets. */
  static final int AT_ONCE = 100;

  private static final SecureRandom RANDOM = new SecureRandom();

  private Offices offices;
  private Tickets tickets;
  private TodaysLine line;
  private OpenBook book;
  private Desks desks;
  private Departures departures;
  private Clock clock;

  protected AnonymisingVisits() {}

  @Inject
  AnonymisingVisits(
      Offices offices,
      Tickets tickets,
      TodaysLine line,
      OpenBook book,
      Desks desks,
      Departures departures,
      Clock clock) {
    this.offices = offices;
    this.tickets = tickets;
    this.line = line;
    this.book = book;
    this.desks = desks;
    this.departures = departures;
    this.clock = clock;
  }

  /**
   * Anonymises some tickets of an office.
   *
   * @return whether there may be more
   */
  public boolean anonymise(String officeId) {
    Instant now = clock.instant();
    Office office = offices.get(officeId);
    List<Long> seen = listDue(office, now);
    if (seen.isEmpty()) {
      return false;
    }
    Office[] booked =
        departures.listOfficesOfAppointments(seen).stream()
            .map(offices::get)
            .toArray(Office[]::new);
    book.open(now, booked);
    line.open(office, now);
    List<Ticket> due =
        tickets.list(seen).stream().filter(ticket -> ticket.isForgotten(office, now)).toList();
    if (due.isEmpty()) {
      return false;
    }
    keepFacts(due, office);
    departures.remove(due);
    return seen.size() == AT_ONCE;
  }

  private List<Long> listDue(Office office, Instant now) {
    // who works on after closing may still need what has happened
    boolean closed =
        office.isClosedFor(Retention.TICKETS.duration(), now)
            && desks.readStaffedIn(office.id()).isEmpty();
    var today = office.dayOf(now).date();
    return departures.listOver(office.id(), closed ? today : today.minusDays(1), AT_ONCE);
  }

  private void keepFacts(List<Ticket> due, Office office) {
    Map<Long, List<TicketEvent>> histories =
        departures.historiesOf(due.stream().map(Ticket::id).toList());
    List<StaffedCounter> staffed = staffed(due, office);
    List<Visit> visits = new ArrayList<>();
    List<VisitProperty> properties = new ArrayList<>();
    for (Ticket ticket : due) {
      Durations durations = Durations.of(ticket, histories.getOrDefault(ticket.id(), List.of()));
      visits.add(new Visit(key(), ticket, durations, office));
      for (Property property : Parted.of(ticket, durations, staffed)) {
        properties.add(new VisitProperty(key(), office.id(), ticket.day(), property));
      }
    }
    // the order of the rows would tell the order of the people
    Collections.shuffle(visits, RANDOM);
    Collections.shuffle(properties, RANDOM);
    visits.forEach(departures::add);
    properties.forEach(departures::add);
  }

  private List<StaffedCounter> staffed(List<Ticket> due, Office office) {
    List<Instant> served = due.stream().flatMap(t -> t.servingSince().stream()).sorted().toList();
    return served.isEmpty()
        ? List.of()
        : departures.listStaffed(office.id(), served.get(0), served.get(served.size() - 1));
  }

  static long key() {
    return RANDOM.nextLong(Long.MAX_VALUE);
  }

  /**
   * Deletes some ended shifts: working times must not be kept.
   *
   * @return whether there may be more
   */
  public boolean forgetShifts() {
    Instant keptFrom = Retention.SHIFTS.keptFrom(clock.instant());
    return departures.removeShiftsEndedBefore(keptFrom, AT_ONCE) == AT_ONCE;
  }
}
