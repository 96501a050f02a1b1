package de.lokalwillkommen.core.visits;

import de.lokalwillkommen.core.booking.Appointment;
import de.lokalwillkommen.core.booking.BookingDatabase;
import de.lokalwillkommen.core.booking.BookingOffice;
import de.lokalwillkommen.core.dayorders.DayOrdersFixture;
import de.lokalwillkommen.core.dayorders.ForgettingOrders;
import de.lokalwillkommen.core.devices.DeviceParts;
import de.lokalwillkommen.core.history.HistoryParts;
import de.lokalwillkommen.core.kernel.RecordedEvents;
import de.lokalwillkommen.core.kernel.TestClock;
import de.lokalwillkommen.core.kernel.Transactions;
import de.lokalwillkommen.core.staff.SigningIn;
import de.lokalwillkommen.core.staff.StaffFixture;
import de.lokalwillkommen.core.ticketing.TicketingDatabase;
import de.lokalwillkommen.core.today.ForgettingDay;
import de.lokalwillkommen.core.today.TodayDatabase;
import de.lokalwillkommen.core.webhooks.WebhookParts;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;

/** The jobs of the schedule over a test database, each round in a transaction of its own. */
final class Leaving {

  private final Transactions database;
  private final TestClock clock;
  private final RecordedEvents events = new RecordedEvents();

  Leaving(Transactions database, TestClock clock) {
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
    return appointments(em, new JpaDepartures(em));
  }

  private AnonymisingAppointments appointments(EntityManager em, Departures departures) {
    return new AnonymisingAppointments(
        BookingDatabase.OFFICES,
        BookingDatabase.appointments(em),
        office(em).book,
        departures,
        clock);
  }

  /** Does what the job of appointments does. */
  void appointments() {
    whileTrue(em -> appointments(em).anonymise());
  }

  /** One round, in which something else happens before it has its locks. */
  void appointmentsWhile(Runnable meanwhile) {
    database.transaction(em -> appointments(em, new Waiting(em, meanwhile)).anonymise());
  }

  /** Waits between reading and locking. */
  private static final class Waiting extends JpaDepartures {
    private final Runnable meanwhile;

    Waiting(EntityManager em, Runnable meanwhile) {
      super(em);
      this.meanwhile = meanwhile;
    }

    @Override
    public List<Appointment> listAppointments(Collection<Long> ids) {
      List<Appointment> read = super.listAppointments(ids);
      meanwhile.run();
      return read;
    }
  }

  private void whileTrue(Predicate<EntityManager> round) {
    while (database.transaction(round::test)) {
      // the next round takes the rest
    }
  }

  /** Does what the job of visits does in one office. */
  void visits(String office) {
    whileTrue(em -> visits(em).anonymise(office));
  }

  /** Does what the job of visits does. */
  void visits() {
    List.of("hoerde", "eving").forEach(this::visits);
    whileTrue(em -> visits(em).forgetShifts());
  }

  /** Does what all jobs do. */
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
    day();
    visits();
    enquiries();
    in(
        office -> {
          office.keeping.tend("hoerde");
          office.keeping.tend("eving");
          office.forget();
          return null;
        });
    appointments();
    whileTrue(em -> appointments(em).forgetWaitlist());
    whileTrue(em -> WebhookParts.sending(em, clock).forget());
    once(em -> HistoryParts.over(em).forgetting(clock).forget());
    once(em -> signingIn(em).forget());
    once(em -> DeviceParts.pairing(em, clock).forget());
  }

  private void day() {
    once(
        em ->
            new ForgettingDay(
                    BookingDatabase.OFFICES,
                    TicketingDatabase.tickets(em),
                    StaffFixture.desks(em, clock),
                    TodayDatabase.memory(em),
                    clock)
                .forget());
    once(em -> new ForgettingOrders(DayOrdersFixture.days(em), clock).forget());
  }

  private SigningIn signingIn(EntityManager em) {
    return StaffFixture.signingIn(
        StaffFixture.of(em),
        BookingDatabase.OFFICES,
        StaffFixture.quickChecks(),
        StaffFixture.NO_SECOND_STEP,
        clock);
  }

  private void once(Consumer<EntityManager> work) {
    database.transaction(
        em -> {
          work.accept(em);
          return null;
        });
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
