package de.lokalwillkommen.core.booking;

import static de.lokalwillkommen.core.booking.BookingOffice.hours;
import static de.lokalwillkommen.core.ticketing.TicketFixture.TEN;
import static org.assertj.core.api.Assertions.assertThat;

import de.lokalwillkommen.core.letters.LetterKind;
import de.lokalwillkommen.core.offices.OfficeFixture;
import de.lokalwillkommen.core.waitlist.WaitlistFixture;
import de.lokalwillkommen.core.waitlist.WaitlistStatus;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SettlingAppointmentsTest {

  private static final Instant IN_A_WEEK = TEN.plus(Duration.ofDays(7)).plus(Duration.ofHours(1));
  private static final Optional<Contact> ADDRESS = Optional.of(new Contact("a@example.org"));

  private final BookingDesk desk =
      new BookingDesk(OfficeFixture.hoerde()).with("hoerde", hours(DayOfWeek.MONDAY, 11, 16, 1));

  private AppointmentView booked(Instant start) {
    BookingCode code = desk.booking.hold(BookingOffice.wish("hoerde", start)).appointment().code();
    return desk.booking.confirm(code, ADDRESS);
  }

  @Test
  void anAddressIsDeletedWithinTwoDaysAfterTheAppointmentAndNotBefore() {
    AppointmentView booked = booked(IN_A_WEEK);
    desk.clock.is(booked.end().plus(Duration.ofHours(2)));
    desk.forget();
    assertThat(desk.booking.look(booked.code()).hasContact()).isTrue();

    desk.clock.is(booked.end().plus(Duration.ofHours(47)));
    desk.forget();

    assertThat(desk.booking.look(booked.code()).hasContact()).isFalse();
    assertThat(desk.appointments.list()).allMatch(a -> a.session().isEmpty());
  }

  @Test
  void anAppointmentMissedByAClockThatWasAheadIsBookedAgainOnceItIsCorrected() {
    BookingCode own = booked(IN_A_WEEK).code();
    BookingCode entry =
        desk.waiting.join(WaitlistFixture.wish(Optional.of(own), ADDRESS, "hoerde")).entry().code();
    desk.clock.is(IN_A_WEEK.plus(Duration.ofDays(1)));
    desk.keeping.tend("hoerde");
    assertThat(desk.booking.look(own).status()).isEqualTo(AppointmentStatus.NO_SHOW);

    desk.clock.is(IN_A_WEEK.minus(Duration.ofHours(25)));
    int letters = desk.letters.kinds().size();
    desk.keeping.tend("hoerde");

    assertThat(desk.letters.kinds().subList(letters, desk.letters.kinds().size()))
        .as("reminders anew")
        .containsExactly(LetterKind.TOMORROW, LetterKind.SOON);
    assertThat(desk.booking.look(own).status()).isEqualTo(AppointmentStatus.BOOKED);
    assertThat(desk.appointments.listEvents())
        .extracting(AppointmentEvent::action)
        .endsWith(AppointmentAction.MISS, AppointmentAction.REINSTATE);
    assertThat(desk.events.names()).endsWith("appointment.reinstated");
    assertThat(desk.waiting.look(entry).state()).isEqualTo(WaitlistStatus.WAITING);
    assertThat(desk.waiting.look(entry).hasContact()).isTrue();
    assertThat(desk.appointments.listClaims()).containsOnly(desk.booking.look(own).id());
    desk.clock.is(IN_A_WEEK.plus(Duration.ofDays(1)));
    desk.keeping.tend("hoerde");
    assertThat(desk.booking.look(own).status()).isEqualTo(AppointmentStatus.NO_SHOW);
  }

  @Test
  void aDayThatAServerSomeSecondsAheadHasSettledStaysSettled() {
    Instant midnight = Instant.parse("2026-11-23T23:00:00Z");
    desk.clock.is(midnight.plusSeconds(1));
    desk.keeping.tend("hoerde");

    desk.clock.is(midnight.minusSeconds(9));
    desk.keeping.tend("hoerde");
    booked(IN_A_WEEK);

    AppointmentBook book = desk.appointments.getLocked("hoerde");
    assertThat(book.isSettledFor(LocalDate.of(2026, 11, 24))).isTrue();
  }
}
