package de.lokalwillkommen.core.booking;

import de.lokalwillkommen.core.availability.AvailabilityParts;
import de.lokalwillkommen.core.kernel.RecordedEvents;
import de.lokalwillkommen.core.kernel.TestClock;
import de.lokalwillkommen.core.leadtime.LeadTimeParts;
import de.lokalwillkommen.core.letters.LetterParts;
import de.lokalwillkommen.core.offices.Office;
import de.lokalwillkommen.core.offices.OfficeFixture;
import de.lokalwillkommen.core.offices.Offices;
import de.lokalwillkommen.core.ticketing.InMemoryOfficeLines;
import de.lokalwillkommen.core.ticketing.InMemoryTickets;
import de.lokalwillkommen.core.ticketing.TicketFixture;
import de.lokalwillkommen.core.ticketing.TodaysLine;
import de.lokalwillkommen.core.timetable.Availability;
import de.lokalwillkommen.core.timetable.InMemoryAvailabilities;
import de.lokalwillkommen.core.timetable.WeeklyHours;
import de.lokalwillkommen.core.waitlist.InMemoryWaitlist;

/** Appointments without a server: in-memory repositories, a settable clock, recorded events. */
public class BookingDesk extends BookingOffice {

  public final TestClock clock;
  public final RecordedEvents events;
  public final InMemoryAvailabilities availabilities;
  public final AvailabilityParts availability;
  public final InMemoryAppointments appointments;
  public final InMemoryWaitlist waitlist;
  public final LetterParts letters;
  public final LeadTimeParts figures;
  public final InMemoryTickets tickets;
  public final InMemoryOfficeLines lines;

  public BookingDesk(Office... offices) {
    this(new RecordedEvents(), offices);
  }

  /** A desk that publishes to these events. */
  public BookingDesk(RecordedEvents events, Office... offices) {
    this(events, new InMemoryAppointments(), new Mailing(true), offices);
  }

  /** A desk with these appointments. */
  public BookingDesk(InMemoryAppointments appointments, Office... offices) {
    this(new RecordedEvents(), appointments, new Mailing(true), offices);
  }

  /** A desk that sends no letters. */
  public static BookingDesk withoutMail(Office... offices) {
    return new BookingDesk(
        new RecordedEvents(), new InMemoryAppointments(), new Mailing(false), offices);
  }

  private BookingDesk(
      RecordedEvents events, InMemoryAppointments appointments, Mailing mailing, Office... all) {
    this(events, appointments, mailing, OfficeFixture.offices(all));
  }

  private BookingDesk(
      RecordedEvents events, InMemoryAppointments appointments, Mailing mailing, Offices offices) {
    this(
        new TestClock(TicketFixture.TEN),
        events,
        new InMemoryOfficeLines(),
        new Stores(
            offices,
            OfficeFixture.arrangements(offices),
            new InMemoryAvailabilities(),
            AvailabilityParts.inMemory(),
            appointments,
            new InMemoryWaitlist(),
            LetterParts.inMemory(),
            LeadTimeParts.inMemory(),
            new InMemoryTickets(),
            mailing));
  }

  private BookingDesk(
      TestClock clock, RecordedEvents events, InMemoryOfficeLines lines, Stores stores) {
    super(stores, observed -> new TodaysLine(lines, stores.tickets(), observed), events, clock);
    this.clock = clock;
    this.events = events;
    this.lines = lines;
    this.availabilities = (InMemoryAvailabilities) stores.availabilities();
    this.availability = stores.availability();
    this.appointments = (InMemoryAppointments) stores.appointments();
    this.waitlist = (InMemoryWaitlist) stores.waitlist();
    this.letters = stores.letters();
    this.figures = stores.leadTimes();
    this.tickets = (InMemoryTickets) stores.tickets();
  }

  /** Adds a rule. */
  public BookingDesk with(String office, WeeklyHours hours) {
    availabilities.add(new Availability(office, hours));
    return this;
  }
}
