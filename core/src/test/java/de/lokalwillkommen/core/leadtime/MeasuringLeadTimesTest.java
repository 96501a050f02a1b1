package de.lokalwillkommen.core.leadtime;

import static de.lokalwillkommen.core.booking.BookingOffice.hours;
import static de.lokalwillkommen.core.ticketing.TicketFixture.TEN;
import static org.assertj.core.api.Assertions.assertThat;

import de.lokalwillkommen.core.booking.AppointmentEvent;
import de.lokalwillkommen.core.booking.BookingCode;
import de.lokalwillkommen.core.booking.BookingDesk;
import de.lokalwillkommen.core.booking.BookingOffice;
import de.lokalwillkommen.core.booking.Channel;
import de.lokalwillkommen.core.booking.InMemoryAppointments;
import de.lokalwillkommen.core.booking.Slot;
import de.lokalwillkommen.core.offices.OfficeFixture;
import de.lokalwillkommen.core.ticketing.Actor;
import de.lokalwillkommen.core.timetable.WeeklyHours;
import de.lokalwillkommen.core.waitlist.WaitlistFixture;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class MeasuringLeadTimesTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

  private final BookingDesk desk =
      new BookingDesk(OfficeFixture.hoerde()).with("hoerde", hours(DayOfWeek.MONDAY, 11, 16, 1));

  private void booked(int days, int minutes) {
    Instant start = TEN.plus(Duration.ofDays(days)).plus(Duration.ofMinutes(60 + minutes));
    desk.booked("hoerde", start);
  }

  private LeadTimeView measured() {
    desk.leadTimes.measure("hoerde");
    List<LeadTimeView> days = desk.leadTimes.list("hoerde", 1);
    assertThat(days).hasSize(1);
    return days.get(0);
  }

  @Test
  void isFromTheRequestToTheSlot() {
    booked(0, 0);
    booked(7, 0);
    booked(14, 0);

    LeadTimeView today = measured();

    assertThat(today.bookings()).isEqualTo(3);
    assertThat(today.median()).contains(Duration.ofDays(7).plusHours(1));
    assertThat(today.p90()).contains(Duration.ofDays(14).plusHours(1));
  }

  @Test
  void theThirdFreeSlotIsMeasuredForAVisitorWhoAsksNow() {
    booked(0, 0);

    assertThat(measured().thirdNext()).contains(Duration.ofMinutes(60 + 90));
  }

  @Test
  void measuredAgainTheDayIsCountedAnew() {
    booked(0, 0);
    measured();
    booked(0, 30);

    assertThat(measured().bookings()).isEqualTo(2);
  }

  @Test
  void aDayWithoutBookingsHasOnlyTheThirdSlotAndOneWithoutSlotsNothing() {
    LeadTimeView today = measured();
    assertThat(today.bookings()).isZero();
    assertThat(today.median()).isEmpty();
    assertThat(today.thirdNext()).isPresent();

    BookingDesk noHours = new BookingDesk(OfficeFixture.hoerde());
    noHours.leadTimes.measure("hoerde");
    assertThat(noHours.leadTimes.list("hoerde", 1).get(0).thirdNext()).isEmpty();
  }

  @Test
  void aSecondMeasurementDropsAThirdSlotThatIsNoLongerFree() {
    WeeklyHours once =
        new WeeklyHours(
            DayOfWeek.MONDAY,
            660,
            780,
            1,
            TODAY,
            TODAY,
            Optional.of(TODAY),
            30,
            1,
            0,
            0,
            Set.of(),
            Set.of());
    BookingDesk small = new BookingDesk(OfficeFixture.hoerde()).with("hoerde", once);
    small.leadTimes.measure("hoerde");
    assertThat(small.leadTimes.list("hoerde", 1).get(0).thirdNext()).isPresent();
    small.booked("hoerde", TEN.plus(Duration.ofHours(1)));
    small.booked("hoerde", TEN.plus(Duration.ofHours(2)));

    small.leadTimes.measure("hoerde");

    assertThat(small.leadTimes.list("hoerde", 1).get(0).thirdNext()).isEmpty();
  }

  @Test
  void aMovedAppointmentCountsOnceFromTheFirstRequest() {
    BookingCode code = desk.booked("hoerde", TEN.plus(Duration.ofDays(14).plusHours(1))).code();
    assertThat(measured().median()).contains(Duration.ofDays(14).plusHours(1));
    desk.clock.passes(Duration.ofDays(6));

    Slot.Id tomorrow = new Slot.Id("hoerde", TEN.plus(Duration.ofDays(7).plusHours(1)));
    desk.booking.move(code, tomorrow, Channel.OUTSIDE);

    assertThat(measured().bookings()).isZero();
    assertThat(desk.leadTimes.list("hoerde", 7).get(0).median())
        .contains(Duration.ofDays(14).plusHours(1));
  }

  @Test
  void timeOnTheWaitlistCountsFromJoining() {
    BookingCode other = desk.booked("hoerde", TEN.plus(Duration.ofDays(7).plusHours(1))).code();
    BookingCode entry = desk.waiting.join(WaitlistFixture.forHousing("hoerde")).entry().code();
    desk.clock.passes(Duration.ofDays(3));
    desk.booking.cancel(other, Actor.VISITOR);

    desk.waiting.claim(desk.waiting.look(entry).offer().orElseThrow().token());

    assertThat(measured().bookings()).isEqualTo(1);
    assertThat(measured().median()).contains(Duration.ofDays(7).plusHours(1));
  }

  @Test
  void aBookingAfterTheLastMeasurementOfADayCountsTheNextTime() {
    booked(7, 0);
    Optional<Duration> third = measured().thirdNext();
    booked(14, 0);
    desk.clock.passes(Duration.ofDays(3));
    booked(14, 30);

    assertThat(measured().bookings()).isEqualTo(1);
    List<LeadTimeView> days = desk.leadTimes.list("hoerde", 4);
    assertThat(days).extracting(LeadTimeView::bookings).containsExactly(2, 1);
    assertThat(days.get(0).p90()).contains(Duration.ofDays(14).plusHours(1));
    assertThat(days.get(0).thirdNext()).isEqualTo(third);
  }

  @Test
  void aDayThatIsOverIsCompletedOnce() {
    List<Instant> read = new ArrayList<>();
    BookingDesk counting =
        new BookingDesk(
            new InMemoryAppointments() {
              @Override
              public List<AppointmentEvent> listBookings(String office, Instant from, Instant to) {
                read.add(from);
                return super.listBookings(office, from, to);
              }
            },
            OfficeFixture.hoerde());
    counting.leadTimes.measure("hoerde");
    counting.clock.passes(Duration.ofDays(1));
    counting.leadTimes.measure("hoerde");
    read.clear();

    counting.leadTimes.measure("hoerde");

    assertThat(read)
        .containsExactly(TODAY.plusDays(1).atStartOfDay(OfficeFixture.BERLIN).toInstant());
  }

  @Test
  void aDayWithoutAMeasurementHasNoFiguresRatherThanNothingFree() {
    measured();
    desk.clock.passes(Duration.ofDays(1));
    booked(7, 0);
    desk.clock.passes(Duration.ofDays(1));

    measured();

    assertThat(desk.leadTimes.list("hoerde", 3))
        .extracting(LeadTimeView::day)
        .containsExactly(TODAY, TODAY.plusDays(2));
  }

  @Test
  void figuresOfADayWhoseHistoryIsNotKnownStay() {
    LocalDate yesterday = TODAY.minusDays(1);
    desk.figures.note("hoerde", yesterday, Duration.ofDays(2), Optional.empty());

    measured();

    assertThat(desk.leadTimes.list("hoerde", 2).get(0).median()).contains(Duration.ofDays(2));
  }

  @Test
  void aHoldDoesNotCount() {
    desk.booking.hold(BookingOffice.wish("hoerde", TEN.plus(Duration.ofHours(1))));

    assertThat(measured().bookings()).isZero();
  }
}
