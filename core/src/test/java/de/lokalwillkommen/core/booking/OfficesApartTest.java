package de.lokalwillkommen.core.booking;

import static de.lokalwillkommen.core.booking.BookingOffice.hours;
import static de.lokalwillkommen.core.booking.BookingOffice.wish;
import static de.lokalwillkommen.core.ticketing.TicketFixture.TEN;
import static org.assertj.core.api.Assertions.assertThat;

import de.lokalwillkommen.core.kernel.RecordedEvents;
import de.lokalwillkommen.core.kernel.TestClock;
import de.lokalwillkommen.core.kernel.TestDatabase;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
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
    BookingDatabase.add(database, "eving", hours(DayOfWeek.MONDAY, 11, 13, 1));
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
}
