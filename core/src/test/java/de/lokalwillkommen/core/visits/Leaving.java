package de.lokalwillkommen.core.visits;

import de.lokalwillkommen.core.booking.BookingDatabase;
import de.lokalwillkommen.core.booking.BookingOffice;
import de.lokalwillkommen.core.kernel.RecordedEvents;
import de.lokalwillkommen.core.kernel.TestClock;
import de.lokalwillkommen.core.kernel.TestDatabase;
import de.lokalwillkommen.core.staff.StaffFixture;
import de.lokalwillkommen.core.ticketing.TicketingDatabase;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

/** The jobs of the schedule over a test database, each round in a transaction of its own. */
final class Leaving {

  private final TestDatabase database;
  private final TestClock clock;
  private final RecordedEvents events = new RecordedEvents();

  Leaving(TestDatabase database, TestClock clock) {
    this.database = database;
    this.clock = clock;
  }

  <T> T in(Function<BookingOffice, T> work) {
    return database.transaction(em -> work.apply(office(em)));
  }

  private BookingOffice office(EntityManager em) {
    return BookingDatabase.over(em, events, clock);
  }

  private AnonymisingVisits visits(EntityManager em) {
    return new AnonymisingVisits(
        BookingDatabase.OFFICES,
        TicketingDatabase.tickets(em),
        TicketingDatabase.todaysLine(em, events),
        office(em).book,
        StaffFixture.desks(em, clock),
        new JpaDepartures(em),
        clock);
  }

  /** Parts what was counted at the doors on earlier days. */
  void enquiries() {
    whileTrue(
        em ->
            new AnonymisingEnquiries(BookingDatabase.OFFICES, new JpaDepartures(em), clock)
                .anonymise("hoerde"));
  }

  private AnonymisingAppointments appointments(EntityManager em) {
    return new AnonymisingAppointments(
        BookingDatabase.OFFICES,
        BookingDatabase.appointments(em),
        office(em).book,
        new JpaDepartures(em),
        clock);
  }

  private void whileTrue(Predicate<EntityManager> round) {
    while (database.transaction(round::test)) {
      // the next round takes the rest
    }
  }

  /** Does what the job of visits does. */
  void visits() {
    for (String office : List.of("hoerde", "eving")) {
      whileTrue(em -> visits(em).anonymise(office));
    }
    whileTrue(em -> visits(em).forgetShifts());
  }

  /** Does what all jobs do about visitors. */
  void everything() {
    database.transaction(
        em -> {
          for (String office : List.of("hoerde", "eving")) {
            TicketingDatabase.todaysLine(em, events)
                .open(BookingDatabase.OFFICES.get(office), clock.instant());
          }
          return null;
        });
    clock.passes(Duration.ofMinutes(1));
    visits();
    in(
        office -> {
          office.keeping.tend("hoerde");
          office.keeping.tend("eving");
          office.forget();
          return null;
        });
    whileTrue(em -> appointments(em).anonymise());
    whileTrue(em -> appointments(em).forgetWaitlist());
  }

  /** The rows of a query, each as the texts of its columns. */
  @SuppressWarnings("unchecked")
  List<String> rows(String query) {
    return database.transaction(
        em ->
            ((List<Object>) em.createNativeQuery(query).getResultList())
                .stream().map(Leaving::text).toList());
  }

  private static String text(Object row) {
    return row instanceof Object[] columns
        ? String.join(" ", Arrays.stream(columns).map(String::valueOf).toList())
        : String.valueOf(row);
  }
}
