package de.lokalwillkommen.core.booking;

import de.lokalwillkommen.core.kernel.DomainEvents;
import de.lokalwillkommen.core.kernel.TestDatabase;
import de.lokalwillkommen.core.ticketing.TicketingDatabase;
import jakarta.persistence.EntityManager;
import java.time.Clock;

/** Appointments over a test database, with a fresh Hörde in it. */
final class BookingDatabase {

  private BookingDatabase() {}

  static BookingOffice over(EntityManager entities, DomainEvents events, Clock clock) {
    return new BookingOffice(
        new BookingOffice.Stores(
            TicketingDatabase.OFFICES,
            new JpaAvailabilities(entities),
            new JpaAppointments(entities),
            new JpaWaitlist(entities),
            new JpaLetterBox(entities),
            new JpaLeadTimes(entities),
            TicketingDatabase.tickets(entities)),
        observed -> TicketingDatabase.todaysLine(entities, observed),
        events,
        clock);
  }

  /** Empties the database, puts Hörde into it and lets it have these hours. */
  static void reset(TestDatabase database, WeeklyHours... hours) {
    TicketingDatabase.reset(database);
    database.transaction(
        em -> {
          for (WeeklyHours some : hours) {
            new JpaAvailabilities(em).add(new Availability("hoerde", some));
          }
          return null;
        });
  }
}
