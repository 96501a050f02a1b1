package de.lokalwillkommen.core.booking;

import static de.lokalwillkommen.core.booking.BookingOffice.hours;
import static de.lokalwillkommen.core.ticketing.TicketFixture.TEN;
import static org.assertj.core.api.Assertions.assertThat;

import de.lokalwillkommen.core.offices.OfficeFixture;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class MeasuringLeadTimesTest {

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
  void theThirdFreeSlotTellsWhatSomebodyWhoAsksNowCanHave() {
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
  void whatIsOnlyHeldDoesNotCount() {
    desk.booking.hold(BookingOffice.wish("hoerde", TEN.plus(Duration.ofHours(1))));

    assertThat(measured().bookings()).isZero();
  }
}
