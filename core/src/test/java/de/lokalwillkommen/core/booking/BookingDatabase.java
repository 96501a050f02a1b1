package de.lokalwillkommen.core.booking;

import de.lokalwillkommen.core.availability.AvailabilityParts;
import de.lokalwillkommen.core.kernel.DomainEvents;
import de.lokalwillkommen.core.kernel.TestDatabase;
import de.lokalwillkommen.core.leadtime.LeadTimeParts;
import de.lokalwillkommen.core.letters.LetterParts;
import de.lokalwillkommen.core.offices.OfficeFixture;
import de.lokalwillkommen.core.offices.Offices;
import de.lokalwillkommen.core.staff.Role;
import de.lokalwillkommen.core.staff.SignedIn;
import de.lokalwillkommen.core.ticketing.TicketingDatabase;
import de.lokalwillkommen.core.timetable.Availability;
import de.lokalwillkommen.core.timetable.TimetableDatabase;
import de.lokalwillkommen.core.timetable.WeeklyHours;
import de.lokalwillkommen.core.waitlist.WaitlistParts;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Appointments over a test database, with a fresh Hörde and Eving in it. */
public final class BookingDatabase {

  public static final Offices OFFICES =
      OfficeFixture.offices(OfficeFixture.hoerde(), OfficeFixture.eving());

  private BookingDatabase() {}

  public static BookingOffice over(EntityManager entities, DomainEvents events, Clock clock) {
    return new BookingOffice(
        new BookingOffice.Stores(
            OFFICES,
            OfficeFixture.arrangements(entities),
            TimetableDatabase.availabilities(entities),
            AvailabilityParts.over(entities),
            new JpaAppointments(entities),
            WaitlistParts.over(entities),
            LetterParts.over(entities),
            LeadTimeParts.over(entities),
            TicketingDatabase.tickets(entities),
            new Mailing(true)),
        observed -> TicketingDatabase.todaysLine(entities, observed),
        events,
        clock);
  }

  public static Appointments appointments(EntityManager entities) {
    return new JpaAppointments(entities);
  }

  /** Empties the database, adds the offices and gives Hörde these hours. */
  public static void reset(TestDatabase database, WeeklyHours... hours) {
    TicketingDatabase.reset(database);
    TicketingDatabase.openEving(database);
    addHours(database, "hoerde", hours);
  }

  /** A lead of the office in Hörde. */
  static SignedIn lead(TestDatabase database) {
    database.execute(
        List.of(
            "delete from counsellor where login = 'lead'",
            "insert into counsellor (id, login, display_name, roles, languages, topics,"
                + " password_hash) values (7,'lead','Leitung','','','','')"));
    return new SignedIn(
        7,
        "lead",
        "Leitung",
        Set.of(Role.OFFICE_LEAD),
        Optional.of("hoerde"),
        Optional.empty(),
        "csrf");
  }

  /** Gives an office these hours too. */
  public static void addHours(TestDatabase database, String office, WeeklyHours... hours) {
    database.transaction(
        em -> {
          for (WeeklyHours some : hours) {
            TimetableDatabase.availabilities(em).add(new Availability(office, some));
          }
          return null;
        });
  }
}
