package de.lokalwillkommen.core.ticketing;

import de.lokalwillkommen.core.kernel.RecordedEvents;
import de.lokalwillkommen.core.kernel.TestClock;
import de.lokalwillkommen.core.offices.Office;
import de.lokalwillkommen.core.offices.OfficeFixture;
import de.lokalwillkommen.core.offices.Offices;
import de.lokalwillkommen.core.staff.Desks;
import de.lokalwillkommen.core.staff.InMemoryStaff;
import java.util.Arrays;
import java.util.Optional;

/** An office without a server: in-memory repositories, a settable clock, recorded events. */
public class TicketingOffice {

  public final TestClock clock = new TestClock(TicketFixture.TEN);
  public final RecordedEvents events = new RecordedEvents();
  public final InMemoryTickets tickets = new InMemoryTickets();
  public final InMemoryOfficeLines lines = new InMemoryOfficeLines();
  public final InMemoryStaff staff = new InMemoryStaff();
  public final Offices offices;
  public final TodaysLine todaysLine = new TodaysLine(lines, tickets, events);
  public final IssuingTickets issuing;
  public final VisitorKey visitorKey;
  public final FollowingTickets following;
  public final KeepingLines keeping;

  public TicketingOffice(Office... offices) {
    this.offices = OfficeFixture.offices(offices);
    this.issuing = new IssuingTickets(this.offices, tickets, todaysLine, clock);
    byte[] secret = new byte[32];
    Arrays.fill(secret, (byte) 7);
    this.visitorKey = new VisitorKey(secret);
    this.following = new FollowingTickets(this.offices, tickets, todaysLine, visitorKey, clock);
    Desks desks = new Desks(staff, clock);
    this.keeping = new KeepingLines(this.offices, lines, tickets, todaysLine, desks, clock);
  }

  /** A visitor takes a ticket in an office. */
  public TicketView visitorIn(String office, String topic, String language) {
    return issuing.walkIn(office, TicketFixture.request(topic, language, null)).ticket();
  }

  /** Staff transfers a ticket within its office. */
  void handOn(TicketView ticket, Transfer to) {
    OfficeLine line = todaysLine.open(offices.get(ticket.office()), clock.instant());
    Ticket own = tickets.get(ticket.id());
    todaysLine.note(line, own, own.transfer(to, clock.instant()));
  }

  /** Staff transfers a ticket to another office. */
  void bring(TicketView ticket, String there) {
    OfficeLine from = todaysLine.open(offices.get(ticket.office()), clock.instant());
    OfficeLine into = todaysLine.open(offices.get(there), clock.instant());
    Ticket own = tickets.get(ticket.id());
    todaysLine.noteGone(from, own, TicketAction.TRANSFER, clock.instant());
    Transfer to = new Transfer(Optional.empty(), Optional.empty(), Optional.of(there));
    todaysLine.noteArrived(into, own, own.transfer(to, clock.instant()));
  }

  /** Staff calls a ticket. */
  void callTo(TicketView ticket, long counter) {
    OfficeLine line = todaysLine.open(offices.get(ticket.office()), clock.instant());
    Ticket own = tickets.get(ticket.id());
    todaysLine.note(line, own, own.callTo(counter, line.nextCall(), clock.instant()));
  }

  public TicketView visitor() {
    return visitorIn("hoerde", OfficeFixture.HOUSING, "de");
  }
}
