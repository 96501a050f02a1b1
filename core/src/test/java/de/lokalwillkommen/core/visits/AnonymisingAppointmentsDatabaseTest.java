package de.lokalwillkommen.core.visits;

import static de.lokalwillkommen.core.ticketing.TicketFixture.TEN;
import static de.lokalwillkommen.core.ticketing.TicketFixture.request;
import static org.assertj.core.api.Assertions.assertThat;

import de.lokalwillkommen.core.booking.BookingDatabase;
import de.lokalwillkommen.core.booking.BookingOffice;
import de.lokalwillkommen.core.booking.BookingWish;
import de.lokalwillkommen.core.booking.Channel;
import de.lokalwillkommen.core.booking.Slot;
import de.lokalwillkommen.core.kernel.RecordedEvents;
import de.lokalwillkommen.core.kernel.TestClock;
import de.lokalwillkommen.core.kernel.TestDatabase;
import de.lokalwillkommen.core.offices.OfficeFixture;
import de.lokalwillkommen.core.ticketing.TicketingDatabase;
import java.time.DayOfWeek;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What another server does between the reading of past appointments and the lock of their book. */
class AnonymisingAppointmentsDatabaseTest {

  private final TestClock clock = new TestClock(TEN);

  private Leaving withPastAppointment(TestDatabase database) {
    BookingDatabase.reset(database, BookingOffice.hours(DayOfWeek.MONDAY, 11, 15, 4));
    Leaving leaving = new Leaving(database, clock);
    leaving.in(
        office ->
            office.booked(
                new BookingWish(
                    new Slot.Id("hoerde", TEN.plus(Duration.ofHours(1))),
                    OfficeFixture.HOUSING,
                    "de",
                    Channel.OUTSIDE,
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty())));
    clock.passes(Duration.ofDays(3));
    return leaving;
  }

  private static void assertThatItStays(Leaving leaving) {
    assertThat(leaving.rows("select count(*) from appointment")).containsExactly("1");
    assertThat(leaving.rows("select said from visit_property where kind = 'APPOINTMENT'"))
        .isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void anAppointmentThatWasMovedMeanwhileStays(TestDatabase database) {
    Leaving leaving = withPastAppointment(database);

    leaving.appointmentsWhile(
        () ->
            database.execute(
                List.of(
                    "update appointment set starts_at = '2026-11-30 10:00:00',"
                        + " ends_at = '2026-11-30 10:30:00'")));

    assertThatItStays(leaving);
  }

  @ParameterizedTest
  @EnumSource
  void anAppointmentWhoseVisitorWasCheckedInMeanwhileStays(TestDatabase database) {
    Leaving leaving = withPastAppointment(database);
    database.transaction(
        em ->
            TicketingDatabase.issuing(em, new RecordedEvents(), clock)
                .walkIn("hoerde", request(OfficeFixture.HOUSING, "de", null)));

    leaving.appointmentsWhile(
        () ->
            database.execute(
                List.of("update appointment set ticket_id = (select max(id) from ticket)")));

    assertThatItStays(leaving);
  }

  @ParameterizedTest
  @EnumSource
  void anAppointmentThatIsInAnotherBookMeanwhileWaitsForTheNextRound(TestDatabase database) {
    Leaving leaving = withPastAppointment(database);

    leaving.appointmentsWhile(
        () -> database.execute(List.of("update appointment set office_id = 'eving'")));

    assertThatItStays(leaving);
    leaving.appointments();
    assertThat(leaving.rows("select count(*) from appointment")).containsExactly("0");
  }

  @ParameterizedTest
  @EnumSource
  void anAppointmentThatAnotherServerHasDeletedMeanwhileIsCountedOnce(TestDatabase database) {
    Leaving leaving = withPastAppointment(database);

    leaving.appointmentsWhile(leaving::appointments);

    assertThat(leaving.rows("select count(*) from appointment")).containsExactly("0");
    assertThat(leaving.rows("select said from visit_property where kind = 'APPOINTMENT'"))
        .containsExactly("NO_SHOW");
  }
}
