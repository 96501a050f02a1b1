package de.lokalwillkommen.core.booking;

import static de.lokalwillkommen.core.booking.BookingOffice.hours;
import static de.lokalwillkommen.core.kernel.Refusals.refusalOf;
import static de.lokalwillkommen.core.ticketing.TicketFixture.TEN;
import static org.assertj.core.api.Assertions.assertThat;

import de.lokalwillkommen.core.kernel.Refusal;
import de.lokalwillkommen.core.offices.Office;
import de.lokalwillkommen.core.offices.OfficeFixture;
import de.lokalwillkommen.core.ticketing.Actor;
import de.lokalwillkommen.core.ticketing.Origin;
import de.lokalwillkommen.core.ticketing.Ticket;
import de.lokalwillkommen.core.ticketing.TicketEvent;
import de.lokalwillkommen.core.ticketing.TicketStatus;
import de.lokalwillkommen.core.ticketing.TicketView;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every answer of a check-in. */
class CheckingInTest {

  private static final Instant TWELVE = TEN.plus(Duration.ofHours(2));

  private final BookingDesk desk =
      new BookingDesk(OfficeFixture.hoerde(), OfficeFixture.eving())
          .with("hoerde", hours(DayOfWeek.MONDAY, 11, 16, 3));
  private final AppointmentView booked = desk.booked("hoerde", TWELVE);

  private Refusal refusalAt(Instant arrival) {
    desk.clock.is(arrival);
    return refusalOf(() -> desk.checkingIn.checkIn("hoerde", booked.code(), false));
  }

  private Ticket ticketAt(Instant arrival, boolean lateToo) {
    desk.clock.is(arrival);
    TicketView view = desk.checkingIn.checkIn("hoerde", booked.code(), lateToo).ticket();
    return desk.tickets.get(view.id());
  }

  @ParameterizedTest(name = "{0} min after the booked time the key is {1} min after it")
  @CsvSource({"-60, -20", "-30, -20", "0, -20", "5, -15", "15, -5"})
  void onTimeTheCreditCountsAndEarlyArrivalsGainNothing(int arrival, int key) {
    Ticket ticket = ticketAt(TWELVE.plus(Duration.ofMinutes(arrival)), false);

    assertThat(ticket.key()).isEqualTo(TWELVE.plus(Duration.ofMinutes(key)));
    assertThat(ticket.number()).hasToString("T001");
    assertThat(ticket.origin()).isEqualTo(Origin.APPOINTMENT);
  }

  @Test
  void tooEarlyTheRefusalNamesWhenCheckInBegins() {
    Refusal early = refusalAt(TWELVE.minus(Duration.ofMinutes(61)));

    assertThat(early.facts())
        .containsEntry("reason", "early")
        .containsEntry("from", TWELVE.minus(Duration.ofHours(1)))
        .containsEntry("start", TWELVE);
  }

  @Test
  void tooLateTheVisitorIsAskedAndJoinsAsAWalkIn() {
    Instant late = TWELVE.plus(Duration.ofMinutes(15)).plusMillis(1);
    assertThat(refusalAt(late).facts()).containsEntry("reason", "late");

    Ticket ticket = ticketAt(late, true);

    assertThat(ticket.key()).isEqualTo(late);
    assertThat(ticket.number()).hasToString("T001");
  }

  @Test
  void inTheWrongOfficeTheRefusalNamesTheRightOne() {
    desk.clock.is(TWELVE);

    Refusal wrong = refusalOf(() -> desk.checkingIn.checkIn("eving", booked.code(), false));

    assertThat(wrong.facts())
        .containsEntry("reason", "wrongOffice")
        .containsEntry("office", "hoerde");
    assertThat(wrong.arguments()).containsExactly("Hörde");
  }

  @Test
  void noVisitorIsSentToAnotherOfficeInVain() {
    assertThat(refusalInEving(TWELVE.minus(Duration.ofDays(1))).facts())
        .containsEntry("reason", "wrongDay")
        .containsEntry("start", TWELVE)
        .containsEntry("office", "hoerde")
        .containsEntry("officeName", "Hörde");
    desk.clock.is(TEN);
    AppointmentView held =
        desk.booking
            .hold(BookingOffice.wish("hoerde", TEN.plus(Duration.ofMinutes(90))))
            .appointment();
    assertThat(refusalInEving(TEN, held.code()).facts()).containsEntry("reason", "notConfirmed");
    assertThat(refusalInEving(TEN.plus(Appointment.HELD_FOR), held.code()).facts())
        .containsEntry("reason", "cancelled");
    desk.booking.cancel(booked.code(), Actor.VISITOR);
    assertThat(refusalInEving(TWELVE).facts()).containsEntry("reason", "cancelled");
  }

  @Test
  void aPastAppointmentIsOverInEveryOffice() {
    Ticket ticket = ticketAt(TWELVE, false);
    assertThat(refusalInEving(TWELVE).facts()).containsEntry("reason", "wrongOffice");

    desk.appointments
        .findByTicket(ticket.id())
        .orElseThrow()
        .follow(TicketStatus.DONE, desk.clock.instant());

    assertThat(refusalInEving(TWELVE).facts()).containsEntry("reason", "over");
  }

  @Test
  void anAppointmentMovedToAnotherOfficeMeanwhileGivesNoTicketHere() {
    Office hoerde = OfficeFixture.hoerde();
    Office eving = OfficeFixture.eving();
    MovedWhileWaiting appointments = new MovedWhileWaiting();
    BookingDesk crossing =
        new BookingDesk(appointments, hoerde, eving)
            .with("hoerde", hours(DayOfWeek.MONDAY, 11, 16, 3))
            .with("eving", hours(DayOfWeek.MONDAY, 11, 16, 3));
    BookingCode code = crossing.booked("hoerde", TWELVE).code();
    crossing.clock.is(TWELVE);
    appointments.moving =
        () ->
            appointments
                .get(code)
                .moveTo(
                    "eving",
                    appointments.get(code).place(),
                    new AppointmentMove(Actor.VISITOR, TWELVE));

    Refusal refusal = refusalOf(() -> crossing.checkingIn.checkIn("hoerde", code, false));

    assertThat(refusal.facts()).containsEntry("state", "BOOKED");
    assertThat(appointments.get(code).ticket()).isEmpty();
  }

  /** Another transaction moves the appointment while this one waits for the book. */
  private static final class MovedWhileWaiting extends InMemoryAppointments {

    private Runnable moving = () -> {};

    @Override
    public void lock(List<String> offices) {
      moving.run();
      moving = () -> {};
      super.lock(offices);
    }
  }

  private Refusal refusalInEving(Instant arrival) {
    return refusalInEving(arrival, booked.code());
  }

  private Refusal refusalInEving(Instant arrival, BookingCode code) {
    desk.clock.is(arrival);
    return refusalOf(() -> desk.checkingIn.checkIn("eving", code, false));
  }

  @Test
  void theHistoryNamesTheActorOfACheckIn() {
    desk.clock.is(TWELVE);
    TicketView atCounter = desk.checkingIn.checkInAtCounter("hoerde", booked.code()).ticket();
    AppointmentView other = desk.booked("hoerde", TWELVE.plus(Duration.ofMinutes(30)));
    TicketView atKiosk = desk.checkingIn.checkIn("hoerde", other.code(), false).ticket();

    assertThat(desk.appointments.listEvents())
        .filteredOn(e -> e.action() == AppointmentAction.CHECK_IN)
        .extracting(AppointmentEvent::actor)
        .containsExactly(Actor.COUNSELLOR, Actor.KIOSK);
    assertThat(desk.tickets.listEvents(atCounter.id()))
        .extracting(TicketEvent::actor)
        .containsExactly(Actor.COUNSELLOR);
    assertThat(desk.tickets.listEvents(atKiosk.id()))
        .extracting(TicketEvent::actor)
        .containsExactly(Actor.KIOSK);
  }

  @Test
  void onTheWrongDayTheRefusalNamesTheRightOne() {
    assertThat(refusalAt(TWELVE.minus(Duration.ofDays(1))).facts())
        .containsEntry("reason", "wrongDay")
        .containsEntry("start", TWELVE);
    assertThat(refusalAt(TWELVE.plus(Duration.ofDays(1))).facts())
        .containsEntry("reason", "wrongDay");
  }

  @Test
  void theRefusalSaysThatItIsNotConfirmedOrCancelled() {
    AppointmentView held =
        desk.booking
            .hold(BookingOffice.wish("hoerde", TEN.plus(Duration.ofMinutes(90))))
            .appointment();
    assertThat(refusalOf(() -> desk.checkingIn.checkIn("hoerde", held.code(), false)).facts())
        .containsEntry("reason", "notConfirmed");

    desk.booking.cancel(booked.code(), Actor.VISITOR);

    assertThat(refusalAt(TWELVE).facts()).containsEntry("reason", "cancelled");
  }

  @Test
  void theSameCodeAgainIsTheSameTicket() {
    desk.clock.is(TWELVE);
    CheckingIn.CheckedIn first = desk.checkingIn.checkIn("hoerde", booked.code(), false);
    desk.clock.passes(Duration.ofMinutes(40));
    CheckingIn.CheckedIn again = desk.checkingIn.checkIn("hoerde", booked.code(), false);

    assertThat(first.isNew()).isTrue();
    assertThat(again.isNew()).isFalse();
    assertThat(again.ticket().id()).isEqualTo(first.ticket().id());
  }

  @Test
  void appointmentsCountInTheirOwnSeries() {
    AppointmentView second = desk.booked("hoerde", TWELVE.plus(Duration.ofMinutes(30)));
    ticketAt(TWELVE, false);

    TicketView ticket = desk.checkingIn.checkIn("hoerde", second.code(), false).ticket();

    assertThat(ticket.number()).isEqualTo("T002");
  }

  @Test
  void noVisitorIsRefusedBecauseTheOfficeIsClosedOrFull() {
    BookingDesk full =
        new BookingDesk(OfficeFixture.eving().withWaitingLimit(0))
            .with("eving", hours(DayOfWeek.MONDAY, 13, 14, 1));
    AppointmentView after = full.booked("eving", TEN.plus(Duration.ofHours(3)));
    full.clock.is(after.start());

    assertThat(full.checkingIn.checkIn("eving", after.code(), false).ticket().number())
        .isEqualTo("T001");
  }
}
