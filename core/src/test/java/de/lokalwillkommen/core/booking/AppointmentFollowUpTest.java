package de.lokalwillkommen.core.booking;

import static de.lokalwillkommen.core.booking.BookingOffice.hours;
import static de.lokalwillkommen.core.ticketing.TicketFixture.TEN;
import static org.assertj.core.api.Assertions.assertThat;

import de.lokalwillkommen.core.offices.OfficeFixture;
import de.lokalwillkommen.core.ticketing.Actor;
import de.lokalwillkommen.core.ticketing.Outcome;
import de.lokalwillkommen.core.ticketing.Ticket;
import de.lokalwillkommen.core.ticketing.TicketAction;
import de.lokalwillkommen.core.ticketing.TicketChanged;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An appointment ends as its ticket ends. */
class AppointmentFollowUpTest {

  private static final Instant ELEVEN = TEN.plus(Duration.ofHours(1));

  private final BookingDesk desk =
      new BookingDesk(OfficeFixture.hoerde()).with("hoerde", hours(DayOfWeek.MONDAY, 11, 13, 1));
  private final AppointmentView booked = desk.booked("hoerde", ELEVEN);
  private final AppointmentFollowUp followUp =
      new AppointmentFollowUp(desk.appointments, desk.tickets);
  private Ticket ticket;

  @BeforeEach
  void isCheckedInAndCalled() {
    desk.clock.is(ELEVEN);
    long id = desk.checkingIn.checkIn("hoerde", booked.code(), false).ticket().id();
    ticket = desk.tickets.get(id);
    ticket.callTo(OfficeFixture.COUNTER_1, 1, ELEVEN);
    heard(TicketAction.CALL);
  }

  private AppointmentStatus heard(TicketAction action) {
    followUp.follow(new TicketChanged("hoerde", ticket.id(), action, 1, desk.clock.instant()));
    return desk.booking.look(booked.code()).status();
  }

  private AppointmentStatus finished() {
    ticket.start(ELEVEN);
    ticket.finish(Outcome.about("housing"), ELEVEN);
    return heard(TicketAction.FINISH);
  }

  @Test
  void servedItIsCompleted() {
    assertThat(finished()).isEqualTo(AppointmentStatus.COMPLETED);
  }

  @Test
  void missedItIsANoShowAndOpenAgainWhenTheVisitorComes() {
    ticket.noShow(ELEVEN);
    assertThat(heard(TicketAction.NO_SHOW)).isEqualTo(AppointmentStatus.NO_SHOW);

    ticket.resume(Actor.COUNSELLOR, ELEVEN);
    assertThat(heard(TicketAction.RESUME)).isEqualTo(AppointmentStatus.CHECKED_IN);
  }

  @Test
  void undoneItIsAsBefore() {
    finished();

    ticket.undo(ELEVEN.plusSeconds(5));

    assertThat(heard(TicketAction.UNDO)).isEqualTo(AppointmentStatus.CHECKED_IN);
  }

  @Test
  void anActionThatDoesNotEndTheVisitChangesNothing() {
    int before = desk.appointments.listEvents().size();

    ticket.start(ELEVEN);
    heard(TicketAction.START);

    assertThat(desk.appointments.listEvents()).hasSize(before);
  }

  @Test
  void aVisitorWhoNeverCameIsANoShowWhenTheDayIsOver() {
    AppointmentView other = desk.booked("hoerde", ELEVEN.plus(Duration.ofMinutes(30)));
    desk.clock.is(TEN.plus(Duration.ofHours(14)).minusSeconds(1));
    desk.keeping.tend("hoerde");
    assertThat(desk.booking.look(other.code()).status()).isEqualTo(AppointmentStatus.BOOKED);

    desk.clock.passes(Duration.ofSeconds(1));
    desk.keeping.tend("hoerde");

    assertThat(desk.booking.look(other.code()).status()).isEqualTo(AppointmentStatus.NO_SHOW);
    assertThat(desk.booking.look(booked.code()).status()).isEqualTo(AppointmentStatus.CHECKED_IN);
  }

  @Test
  void theHistorySaysHowTheVisitEnded() {
    finished();

    assertThat(desk.appointments.listEvents())
        .last()
        .satisfies(
            event -> {
              assertThat(event.action()).isEqualTo(AppointmentAction.FOLLOW);
              assertThat(event.from()).contains(AppointmentStatus.CHECKED_IN);
              assertThat(event.to()).isEqualTo(AppointmentStatus.COMPLETED);
              assertThat(event.actor()).isEqualTo(Actor.SCHEDULE);
            });
  }
}
