package de.lokalwillkommen.core.booking;

import static de.lokalwillkommen.core.kernel.Refusals.refusalOf;
import static de.lokalwillkommen.core.offices.OfficeFixture.HOUSING;
import static de.lokalwillkommen.core.ticketing.TicketFixture.TEN;
import static org.assertj.core.api.Assertions.assertThat;

import de.lokalwillkommen.core.kernel.InMemoryIds;
import de.lokalwillkommen.core.kernel.Refusal;
import de.lokalwillkommen.core.kernel.RequestKey;
import de.lokalwillkommen.core.ticketing.Actor;
import de.lokalwillkommen.core.ticketing.TicketStatus;
import de.lokalwillkommen.core.timetable.Place;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The rules of the appointment itself. */
class AppointmentTest {

  private static final Instant ELEVEN = TEN.plus(Duration.ofHours(1));
  private static final Instant UNTIL = TEN.plus(Appointment.HELD_FOR);
  private static final Place PLACE = new Place(1, 1, ELEVEN, ELEVEN.plus(Duration.ofMinutes(30)));
  private static final Place LATER =
      new Place(1, 1, ELEVEN.plus(Duration.ofHours(1)), ELEVEN.plus(Duration.ofMinutes(90)));

  private final Appointment appointment = held();

  private static Appointment held() {
    BookingWish wish =
        new BookingWish(
            new Slot.Id("hoerde", ELEVEN),
            HOUSING,
            "ti",
            Channel.KIOSK,
            Optional.of(new Contact("a@example.org")),
            Optional.empty(),
            Optional.of(new RequestKey("visit")));
    Appointment held = new Appointment(new BookingCode("ABCD2345"), wish, PLACE, UNTIL, TEN);
    InMemoryIds.give(held);
    return held;
  }

  private void assertRefused(String state, Runnable change) {
    Refusal refusal = refusalOf(change::run);
    assertThat(refusal.key()).isEqualTo("appointment.notNow");
    assertThat(refusal.facts()).containsEntry("state", state);
  }

  @Test
  void isHeldForItsVisitorAndKeepsTheRequest() {
    assertThat(appointment.language()).isEqualTo("ti");
    assertThat(appointment.topic()).isEqualTo(HOUSING);
    assertThat(appointment.place()).isEqualTo(PLACE);
    assertThat(appointment.heldUntil()).contains(UNTIL);
    AppointmentEvent event = appointment.held();
    assertThat(event.action()).isEqualTo(AppointmentAction.HOLD);
    assertThat(event.actor()).isEqualTo(Channel.KIOSK.actor());
    assertThat(event.at()).isEqualTo(TEN);
  }

  @Test
  void expiresExactlyAtTheEnd() {
    assertThat(appointment.isHeldNoLonger(UNTIL.minusNanos(1))).isFalse();
    assertRefused("HELD", () -> appointment.lapse(UNTIL.minusNanos(1)));
    assertThat(appointment.isHeldNoLonger(UNTIL)).isTrue();

    appointment.lapse(UNTIL);

    assertThat(appointment.status()).isEqualTo(AppointmentStatus.LAPSED);
    assertThat(appointment.contact()).isEmpty();
    assertThat(appointment.session()).isEmpty();
    assertRefused("LAPSED", () -> appointment.confirm(Optional.empty(), UNTIL));
  }

  @Test
  void isMovedOnlyWhenConfirmed() {
    assertRefused(
        "HELD", () -> appointment.moveTo("eving", LATER, new AppointmentMove(Actor.VISITOR, TEN)));
    assertThat(appointment.place()).isEqualTo(PLACE);
    assertThat(appointment.office()).isEqualTo("hoerde");

    appointment.confirm(Optional.empty(), TEN);
    assertThat(appointment.contact()).contains(new Contact("a@example.org"));
    assertThat(appointment.heldUntil()).isEmpty();
    AppointmentEvent event =
        appointment.moveTo("eving", LATER, new AppointmentMove(Actor.VISITOR, ELEVEN));

    assertThat(appointment.place()).isEqualTo(LATER);
    assertThat(appointment.office()).isEqualTo("eving");
    assertThat(event.action()).isEqualTo(AppointmentAction.MOVE);
    assertThat(event.actor()).isEqualTo(Actor.VISITOR);
    assertThat(event.at()).isEqualTo(ELEVEN);
  }

  @ParameterizedTest
  @CsvSource({"DONE, COMPLETED", "NO_SHOW, NO_SHOW", "CANCELLED, NO_SHOW", "EXPIRED, NO_SHOW"})
  void endsAsItsTicketDoesAndIsOpenAgainIfTheTicketIs(TicketStatus last, AppointmentStatus end) {
    appointment.confirm(Optional.empty(), TEN);
    appointment.checkIn(7, Actor.KIOSK, TEN);
    assertThat(appointment.follow(TicketStatus.CALLED, TEN)).isEmpty();

    assertThat(appointment.follow(last, ELEVEN))
        .hasValueSatisfying(
            event -> {
              assertThat(event.action()).isEqualTo(AppointmentAction.FOLLOW);
              assertThat(event.actor()).isEqualTo(Actor.SCHEDULE);
              assertThat(event.at()).isEqualTo(ELEVEN);
            });
    assertThat(appointment.status()).isEqualTo(end);
    assertThat(appointment.follow(last, ELEVEN)).isEmpty();
    assertThat(appointment.follow(TicketStatus.WAITING, ELEVEN)).isPresent();
    assertThat(appointment.status()).isEqualTo(AppointmentStatus.CHECKED_IN);
  }

  @Test
  void theAddressIsKeptUntilTheLetterIsSent() {
    Appointment given = held();
    given.cancel(Actor.VISITOR, TEN);
    assertThat(given.contact()).isEmpty();

    appointment.confirm(Optional.empty(), TEN);
    appointment.cancel(Actor.COUNSELLOR, TEN);
    assertThat(appointment.contact()).isPresent();
    appointment.forgetContact();
    assertThat(appointment.contact()).isEmpty();
  }

  @Test
  void isReinstatedOnlyFromItsOwnMiss() {
    appointment.confirm(Optional.empty(), TEN);
    AppointmentEvent miss = appointment.miss(ELEVEN);
    assertThat(appointment.status()).isEqualTo(AppointmentStatus.NO_SHOW);
    AppointmentEvent back = appointment.reinstate(miss, TEN);

    assertThat(back.action()).isEqualTo(AppointmentAction.REINSTATE);
    assertThat(appointment.status()).isEqualTo(AppointmentStatus.BOOKED);
    assertRefused("BOOKED", () -> appointment.reinstate(miss, TEN));
    AppointmentEvent second = appointment.miss(ELEVEN.plusSeconds(1));
    assertRefused("NO_SHOW", () -> appointment.reinstate(miss, TEN));
    assertRefused("NO_SHOW", () -> appointment.reinstate(back, TEN));
    appointment.reinstate(second, TEN);
    assertThat(appointment.status()).isEqualTo(AppointmentStatus.BOOKED);
  }
}
