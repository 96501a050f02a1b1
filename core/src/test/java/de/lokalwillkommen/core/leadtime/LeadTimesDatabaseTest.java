package de.lokalwillkommen.core.leadtime;

import static de.lokalwillkommen.core.booking.BookingOffice.hours;
import static de.lokalwillkommen.core.ticketing.TicketFixture.TEN;
import static org.assertj.core.api.Assertions.assertThat;

import de.lokalwillkommen.core.booking.BookingCode;
import de.lokalwillkommen.core.booking.BookingDatabase;
import de.lokalwillkommen.core.booking.BookingOffice;
import de.lokalwillkommen.core.booking.Channel;
import de.lokalwillkommen.core.booking.Slot;
import de.lokalwillkommen.core.kernel.RecordedEvents;
import de.lokalwillkommen.core.kernel.TestClock;
import de.lokalwillkommen.core.kernel.TestDatabase;
import de.lokalwillkommen.core.offices.OfficeFixture;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Lead times over real databases. */
class LeadTimesDatabaseTest {

  private static final Instant NEXT_MONDAY = TEN.plus(Duration.ofDays(7).plusHours(1));

  private final TestClock clock = new TestClock(TEN);

  private <T> T in(TestDatabase database, Function<BookingOffice, T> work) {
    return database.transaction(
        em -> work.apply(BookingDatabase.over(em, new RecordedEvents(), clock)));
  }

  private List<LeadTimeView> measured(TestDatabase database) {
    return in(
        database,
        o -> {
          o.leadTimes.measure("hoerde");
          return o.leadTimes.list("hoerde", 10);
        });
  }

  @ParameterizedTest
  @EnumSource
  void aBookingAfterTheLastMeasuringOfItsDayCountsOnceAndMovedIsNoOther(TestDatabase database) {
    BookingDatabase.reset(database, hours(DayOfWeek.MONDAY, 11, 13, 1));
    assertThat(measured(database)).extracting(LeadTimeView::bookings).containsExactly(0);
    BookingCode code = in(database, o -> o.booked("hoerde", NEXT_MONDAY)).code();

    clock.passes(Duration.ofDays(3));
    Slot.Id later = new Slot.Id("hoerde", NEXT_MONDAY.plus(Duration.ofMinutes(30)));
    in(database, o -> o.booking.move(code, later, Channel.OUTSIDE));

    List<LeadTimeView> days = measured(database);
    assertThat(days).extracting(LeadTimeView::bookings).containsExactly(1, 0);
    assertThat(days.get(0).median()).contains(Duration.ofDays(7).plusHours(1));
    assertThat(days.get(0).day()).isEqualTo(TEN.atZone(OfficeFixture.BERLIN).toLocalDate());
  }
}
