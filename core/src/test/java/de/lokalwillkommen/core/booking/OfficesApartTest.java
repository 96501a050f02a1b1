package de.lokalwillkommen.core.booking;

import static de.lokalwillkommen.core.booking.BookingOffice.hours;
import static de.lokalwillkommen.core.booking.BookingOffice.wish;
import static de.lokalwillkommen.core.ticketing.TicketFixture.TEN;
import static org.assertj.core.api.Assertions.assertThat;

import de.lokalwillkommen.core.kernel.RecordedEvents;
import de.lokalwillkommen.core.kernel.TestClock;
import de.lokalwillkommen.core.kernel.TestDatabase;
import de.lokalwillkommen.core.offices.OfficeFixture;
import de.lokalwillkommen.core.staff.Role;
import de.lokalwillkommen.core.staff.SignedIn;
import de.lokalwillkommen.core.ticketing.Actor;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Each office has a lock of its own; two transactions that wait for each other's rows would
 * deadlock.
 */
class OfficesApartTest {

  private static final Instant EARLY = TEN.plus(Duration.ofDays(7)).plus(Duration.ofHours(1));

  private final TestClock clock = new TestClock(TEN);

  private void hold(TestDatabase database, String office) {
    database.transaction(
        em ->
            BookingDatabase.over(em, new RecordedEvents(), clock)
                .booking
                .hold(wish(office, EARLY)));
  }

  @ParameterizedTest
  @EnumSource
  void holdsThatLapseAreReadWhileAnotherOfficeChangesItsOwn(TestDatabase database)
      throws Exception {
    BookingDatabase.reset(database, hours(DayOfWeek.MONDAY, 11, 13, 1));
    BookingDatabase.addHours(database, "eving", hours(DayOfWeek.MONDAY, 11, 13, 1));
    hold(database, "hoerde");
    hold(database, "eving");
    Instant later = TEN.plus(Duration.ofHours(1));

    List<Appointment> lapsed =
        database.transaction(
            changing -> {
              changing
                  .createNativeQuery(
                      "update appointment set status = 'LAPSED' where office_id = 'hoerde'")
                  .executeUpdate();
              return CompletableFuture.supplyAsync(
                      () ->
                          database.transaction(
                              em -> new JpaAppointments(em).listHeldNoLonger("eving", later)))
                  .orTimeout(1, TimeUnit.MINUTES)
                  .join();
            });

    assertThat(lapsed).hasSize(1);
  }

  @ParameterizedTest
  @EnumSource
  void aCancellationThatWaitsForAnotherOfficeKeepsNoRow(TestDatabase database) {
    BookingDatabase.reset(database, hours(DayOfWeek.MONDAY, 11, 13, 1));
    BookingDatabase.addHours(database, "eving", hours(DayOfWeek.MONDAY, 11, 13, 1));
    BookingCode code = in(database, o -> o.booked("eving", EARLY)).code();

    assertKeepsNoRowWhileItWaits(
        database,
        o -> {
          o.booking.cancel(code, Actor.VISITOR);
          return code;
        });
  }

  @ParameterizedTest
  @EnumSource
  void aBookingWithAnAddressThatWaitsForAnotherOfficeKeepsNoRow(TestDatabase database) {
    BookingDatabase.reset(database, hours(DayOfWeek.MONDAY, 11, 13, 1));
    BookingDatabase.addHours(database, "eving", hours(DayOfWeek.MONDAY, 11, 13, 1));
    SignedIn staff =
        new SignedIn(
            1, "x", "X", Set.of(Role.COUNSELLOR), Optional.of("eving"), Optional.empty(), "csrf");

    assertKeepsNoRowWhileItWaits(
        database,
        o ->
            o.byStaff.book(
                staff,
                new Slot.Id("eving", EARLY),
                OfficeFixture.HOUSING,
                "de",
                Optional.of(new Contact("a@example.org"))));
  }

  /**
   * A search in all offices holds the lock across offices when it has settled one of them, and goes
   * on reading: a change that waits for that lock must not have written what is read.
   */
  private void assertKeepsNoRowWhileItWaits(
      TestDatabase database, Function<BookingOffice, Object> change) {
    CompletableFuture<Object> waiting =
        database.transaction(
            searching -> {
              new JpaAppointments(searching).lockAcrossOffices();
              searching.flush();
              CompletableFuture<Object> changing =
                  CompletableFuture.supplyAsync(() -> in(database, change));
              // long enough to reach the lock
              LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(500));
              assertThat(changing).isNotDone();
              searching
                  .createQuery("select a.status from Appointment a where a.office = 'eving'")
                  .getResultList();
              return changing;
            });

    assertThat(waiting.orTimeout(1, TimeUnit.MINUTES).join()).isNotNull();
  }

  private <T> T in(TestDatabase database, Function<BookingOffice, T> work) {
    return database.transaction(
        em -> work.apply(BookingDatabase.over(em, new RecordedEvents(), clock)));
  }
}
