package de.lokalwillkommen.core.booking;

import static de.lokalwillkommen.core.booking.BookingOffice.hours;
import static de.lokalwillkommen.core.ticketing.TicketFixture.TEN;
import static org.assertj.core.api.Assertions.assertThat;

import de.lokalwillkommen.core.kernel.RecordedEvents;
import de.lokalwillkommen.core.kernel.TestClock;
import de.lokalwillkommen.core.kernel.TestDatabase;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Function;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Missed appointments, as the database stores them. */
class SettlingDaysTest {

  private static final Instant ELEVEN = TEN.plus(Duration.ofHours(1));

  private final TestClock clock = new TestClock(TEN);
  private final RecordedEvents events = new RecordedEvents();

  private <T> T in(TestDatabase database, Function<BookingOffice, T> work) {
    return database.transaction(em -> work.apply(BookingDatabase.over(em, events, clock)));
  }

  private long tend(TestDatabase database) {
    in(
        database,
        o -> {
          o.keeping.tend("hoerde");
          return null;
        });
    return in(database, o -> o.lists.versionOf("hoerde"));
  }

  private AppointmentStatus statusOf(TestDatabase database, BookingCode code) {
    return in(database, o -> o.booking.look(code)).status();
  }

  @ParameterizedTest
  @EnumSource
  void aMissedAppointmentIsRecordedOnceTheDayIsOver(TestDatabase database) {
    BookingDatabase.reset(
        database, hours(DayOfWeek.MONDAY, 11, 15, 2), hours(DayOfWeek.TUESDAY, 11, 15, 2));
    Instant tomorrow = ELEVEN.plus(Duration.ofDays(1));
    BookingCode first = in(database, o -> o.booked("hoerde", ELEVEN)).code();
    BookingCode second = in(database, o -> o.booked("hoerde", tomorrow)).code();
    long booked = tend(database);

    clock.passes(Duration.ofHours(6));
    assertThat(tend(database)).isEqualTo(booked);

    clock.is(tomorrow.plus(Duration.ofHours(4)));
    long settled = tend(database);
    assertThat(settled).isGreaterThan(booked);
    assertThat(statusOf(database, first)).isEqualTo(AppointmentStatus.NO_SHOW);
    assertThat(statusOf(database, second)).isEqualTo(AppointmentStatus.BOOKED);
    assertThat(tend(database)).isEqualTo(settled);

    clock.passes(Duration.ofDays(1));
    assertThat(tend(database)).isGreaterThan(settled);
    assertThat(statusOf(database, second)).isEqualTo(AppointmentStatus.NO_SHOW);
  }
}
