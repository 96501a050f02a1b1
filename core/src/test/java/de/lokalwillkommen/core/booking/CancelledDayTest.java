package de.lokalwillkommen.core.booking;

import static de.lokalwillkommen.core.booking.BookingOffice.hours;
import static de.lokalwillkommen.core.offices.OfficeFixture.HOUSING;
import static org.assertj.core.api.Assertions.assertThat;

import de.lokalwillkommen.core.letters.LetterKind;
import de.lokalwillkommen.core.letters.MailDraft;
import de.lokalwillkommen.core.offices.OfficeFixture;
import de.lokalwillkommen.core.ticketing.Actor;
import de.lokalwillkommen.core.waitlist.WaitlistFixture;
import de.lokalwillkommen.core.waitlist.WaitlistStatus;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** An office cancels a day: everything booked, held or offered on it is cancelled. */
class CancelledDayTest {

  private static final LocalDate MONDAY = LocalDate.of(2026, 11, 30);
  private static final Instant ELEVEN = Instant.parse("2026-11-30T10:00:00Z");
  private static final Instant NOON = Instant.parse("2026-11-30T11:00:00Z");
  private static final Instant WEEK_LATER = Instant.parse("2026-12-07T10:00:00Z");
  private static final Optional<Contact> ADDRESS = Optional.of(new Contact("a@example.org"));

  private final BookingDesk desk =
      new BookingDesk(OfficeFixture.hoerde()).with("hoerde", hours(DayOfWeek.MONDAY, 11, 14, 1));
  private final BookingCode booked = confirmed(ELEVEN, ADDRESS);
  private final BookingCode held =
      desk.booking.hold(BookingOffice.wish("hoerde", NOON)).appointment().code();
  private final BookingCode other = confirmed(WEEK_LATER, Optional.empty());

  private BookingCode confirmed(Instant start, Optional<Contact> contact) {
    BookingCode code = desk.booking.hold(BookingOffice.wish("hoerde", start)).appointment().code();
    return desk.booking.confirm(code, contact).code();
  }

  private int cancelAll() {
    return desk.booking.cancelAllOn(MONDAY, "hoerde", Actor.COUNSELLOR);
  }

  @Test
  void onlyAppointmentsOfThatDayAreCancelledAndBookingsAreCounted() {
    assertThat(cancelAll()).isEqualTo(1);
    assertThat(desk.booking.look(booked).status()).isEqualTo(AppointmentStatus.CANCELLED);
    assertThat(desk.booking.look(held).status()).isEqualTo(AppointmentStatus.CANCELLED);
    assertThat(desk.booking.look(other).status()).isEqualTo(AppointmentStatus.BOOKED);
    assertThat(cancelAll()).isZero();
  }

  @Test
  void everyCancellationIsRecordedAndPublished() {
    int before = desk.events.names().size();
    int entries = desk.appointments.listEvents().size();

    cancelAll();

    List<AppointmentEvent> since =
        desk.appointments.listEvents().subList(entries, desk.appointments.listEvents().size());
    assertThat(since)
        .extracting(AppointmentEvent::action)
        .containsExactly(AppointmentAction.CANCEL, AppointmentAction.CANCEL);
    assertThat(since)
        .extracting(AppointmentEvent::actor)
        .containsExactly(Actor.COUNSELLOR, Actor.COUNSELLOR);
    assertThat(desk.events.names().subList(before, desk.events.names().size()))
        .containsExactly("appointment.cancelled", "appointment.cancelled");
  }

  @Test
  void thePlacesAreFreeAgainForADayThatIsOpenAfterAll() {
    cancelAll();

    assertThat(desk.appointments.listClaims()).hasSize(6);
    assertThat(
            desk.finding.list(SlotQuery.in("hoerde", HOUSING, "de", Channel.KIOSK, 500)).stream()
                .map(Slot::start))
        .contains(ELEVEN, NOON);
  }

  @Test
  void aVisitorWithAnAddressGetsALetterInsteadOfTheReminders() {
    cancelAll();

    assertThat(desk.letters.kinds()).contains(LetterKind.BOOKED, LetterKind.CANCELLED);
    desk.clock.is(ELEVEN.minusSeconds(3600));
    assertThat(desk.posting.takeDue(10))
        .extracting(MailDraft::kind)
        .doesNotContain(LetterKind.TOMORROW, LetterKind.SOON);
  }

  @Test
  void aVisitorWhoWaitedForAnEarlierOneWaitsNoLonger() {
    BookingCode entry =
        desk.waiting
            .join(WaitlistFixture.wish(Optional.of(booked), Optional.empty(), "hoerde"))
            .entry()
            .code();
    BookingCode stays =
        desk.waiting
            .join(WaitlistFixture.wish(Optional.of(other), Optional.empty(), "hoerde"))
            .entry()
            .code();

    cancelAll();

    assertThat(desk.waiting.look(entry).state()).isEqualTo(WaitlistStatus.LEFT);
    assertThat(desk.waiting.look(stays).state()).isEqualTo(WaitlistStatus.WAITING);
    assertThat(desk.waiting.look(stays).offer()).as("its places are not offered").isEmpty();
  }
}
