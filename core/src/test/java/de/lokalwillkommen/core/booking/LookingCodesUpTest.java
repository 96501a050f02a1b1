package de.lokalwillkommen.core.booking;

import static de.lokalwillkommen.core.booking.BookingOffice.hours;
import static de.lokalwillkommen.core.ticketing.TicketFixture.TEN;
import static org.assertj.core.api.Assertions.assertThat;

import de.lokalwillkommen.core.kernel.Refusal;
import de.lokalwillkommen.core.offices.OfficeFixture;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The answers of a page about a code before anything is changed. */
class LookingCodesUpTest {

  private static final Instant TWELVE = TEN.plus(Duration.ofHours(2));

  private final BookingDesk desk =
      new BookingDesk(OfficeFixture.hoerde(), OfficeFixture.eving())
          .with("hoerde", hours(DayOfWeek.MONDAY, 11, 16, 3));
  private final AppointmentView booked = desk.booked("hoerde", TWELVE);

  private Optional<Object> reasonAt(Instant arrival, String office) {
    desk.clock.is(arrival);
    return desk.checkingIn
        .findObjection(office, booked.code(), false)
        .map(Refusal::facts)
        .map(facts -> facts.get("reason"));
  }

  @Test
  void theObjectionIsTheOneThatCheckInWouldMake() {
    assertThat(reasonAt(TWELVE.minus(Duration.ofMinutes(61)), "hoerde")).contains("early");
    assertThat(reasonAt(TWELVE, "hoerde")).isEmpty();
    assertThat(reasonAt(TWELVE, "eving")).contains("wrongOffice");
    assertThat(reasonAt(TWELVE.plus(Duration.ofMinutes(16)), "hoerde")).contains("late");
    assertThat(reasonAt(TWELVE.plus(Duration.ofDays(1)), "hoerde")).contains("wrongDay");
  }

  @Test
  void aLateVisitorMayJoinTheLine() {
    desk.clock.is(TWELVE.plus(Duration.ofMinutes(16)));

    assertThat(desk.checkingIn.findObjection("hoerde", booked.code(), false)).isPresent();
    assertThat(desk.checkingIn.findObjection("hoerde", booked.code(), true)).isEmpty();
  }

  @Test
  void anExpiredHoldHasLapsedBeforeAnyJobHasRun() {
    AppointmentView held =
        desk.booking
            .hold(BookingOffice.wish("hoerde", TWELVE.plus(Duration.ofMinutes(30))))
            .appointment();
    desk.clock.passes(Appointment.HELD_FOR.minusMillis(1));
    assertThat(desk.booking.look(held.code()).status()).isEqualTo(AppointmentStatus.HELD);

    desk.clock.passes(Duration.ofMillis(1));

    assertThat(desk.booking.look(held.code()).status()).isEqualTo(AppointmentStatus.LAPSED);
    assertThat(desk.checkingIn.findObjection("hoerde", held.code(), false))
        .map(no -> no.facts().get("reason"))
        .contains("cancelled");
  }

  @Test
  void lookingDoesNotCheckIn() {
    assertThat(reasonAt(TWELVE, "hoerde")).isEmpty();

    assertThat(desk.booking.look(booked.code()).status()).isEqualTo(AppointmentStatus.BOOKED);
  }

  @Test
  void aVisitorWhoIsCheckedInMayShowTheCodeAgain() {
    desk.clock.is(TWELVE);
    desk.checkingIn.checkIn("hoerde", booked.code(), false);

    assertThat(reasonAt(TWELVE.plus(Duration.ofMinutes(30)), "hoerde")).isEmpty();
  }

  @Test
  void aCodeIsFoundOnlyWhereItBelongs() {
    assertThat(desk.booking.find(booked.code())).map(AppointmentView::start).contains(TWELVE);
    assertThat(desk.waiting.find(booked.code())).isEmpty();
    assertThat(desk.booking.find(BookingCode.random())).isEmpty();
  }
}
