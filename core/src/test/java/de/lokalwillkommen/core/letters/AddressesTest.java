package de.lokalwillkommen.core.letters;

import static de.lokalwillkommen.core.booking.BookingOffice.hours;
import static de.lokalwillkommen.core.ticketing.TicketFixture.TEN;
import static org.assertj.core.api.Assertions.assertThat;

import de.lokalwillkommen.core.booking.Appointment;
import de.lokalwillkommen.core.booking.AppointmentView;
import de.lokalwillkommen.core.booking.BookingCode;
import de.lokalwillkommen.core.booking.BookingDesk;
import de.lokalwillkommen.core.booking.BookingWish;
import de.lokalwillkommen.core.booking.Channel;
import de.lokalwillkommen.core.booking.Contact;
import de.lokalwillkommen.core.booking.Slot;
import de.lokalwillkommen.core.kernel.RequestKey;
import de.lokalwillkommen.core.offices.OfficeFixture;
import de.lokalwillkommen.core.ticketing.Actor;
import de.lokalwillkommen.core.timetable.WeeklyHours;
import de.lokalwillkommen.core.waitlist.OfferView;
import de.lokalwillkommen.core.waitlist.WaitlistFixture;
import de.lokalwillkommen.core.waitlist.WaitlistView;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** An address is kept for as long as a letter may be sent to it, and no longer. */
class AddressesTest {

  private static final Instant IN_A_WEEK = TEN.plus(Duration.ofDays(7)).plus(Duration.ofHours(1));
  private static final Optional<Contact> ADDRESS = Optional.of(new Contact("a@example.org"));
  private static final WeeklyHours MONDAYS = hours(DayOfWeek.MONDAY, 11, 16, 1);

  private final BookingDesk desk = new BookingDesk(OfficeFixture.hoerde()).with("hoerde", MONDAYS);

  private static BookingWish leaving(Optional<Contact> contact) {
    return new BookingWish(
        new Slot.Id("hoerde", IN_A_WEEK),
        OfficeFixture.HOUSING,
        "de",
        Channel.OUTSIDE,
        contact,
        Optional.empty(),
        Optional.of(new RequestKey("session")));
  }

  private BookingCode cancelled() {
    BookingCode code = desk.booking.hold(leaving(ADDRESS)).appointment().code();
    desk.booking.confirm(code, Optional.empty());
    desk.posting.takeDue(10).forEach(mail -> desk.posting.sent(mail.letter()));
    desk.booking.cancel(code, Actor.VISITOR);
    return code;
  }

  private static void assertForgotten(BookingDesk desk) {
    assertThat(desk.appointments.list())
        .isNotEmpty()
        .allMatch(a -> a.contact().isEmpty() && a.session().isEmpty());
  }

  @Test
  void aLapsedHoldDeletesIt() {
    desk.booking.hold(leaving(ADDRESS));
    desk.clock.passes(Appointment.HELD_FOR);

    desk.keeping.tend("hoerde");

    assertForgotten(desk);
  }

  @Test
  void aReleasedHoldDeletesIt() {
    desk.booking.cancel(desk.booking.hold(leaving(ADDRESS)).appointment().code(), Actor.VISITOR);

    assertForgotten(desk);
  }

  @Test
  void anAppointmentWithoutLettersDropsItsVisitWhenItIsCancelled() {
    BookingCode code = desk.booking.hold(leaving(Optional.empty())).appointment().code();
    desk.booking.confirm(code, Optional.empty());
    desk.booking.cancel(code, Actor.VISITOR);

    assertForgotten(desk);
  }

  @Test
  void aCancelledOneKeepsItUntilTheLetterIsSent() {
    BookingCode code = cancelled();
    assertThat(desk.booking.look(code).hasContact()).isTrue();

    List<MailDraft> due = desk.posting.takeDue(10);
    assertThat(due).extracting(MailDraft::kind).containsExactly(LetterKind.CANCELLED);
    desk.posting.sent(due.get(0).letter());

    assertForgotten(desk);
  }

  @Test
  void orUntilTheLetterHasFailed() {
    cancelled();

    for (int i = 0; i < Letter.MOST_REFUSALS; i++) {
      assertThat(desk.appointments.list()).allMatch(a -> a.contact().isPresent());
      desk.posting.takeDue(10).forEach(mail -> desk.posting.refused(mail.letter()));
      desk.clock.passes(Duration.ofMinutes(30));
    }

    assertForgotten(desk);
  }

  @Test
  void forDaysWhileTheMailServerIsAwayButNotForLongerThanAnAppointmentThatTookPlace() {
    cancelled();
    desk.clock.passes(Duration.ofDays(6));
    desk.forget();
    assertThat(desk.posting.takeDue(10))
        .extracting(MailDraft::kind)
        .containsExactly(LetterKind.CANCELLED);

    desk.clock.is(IN_A_WEEK.plus(Duration.ofHours(24)));
    desk.forget();
    assertThat(desk.appointments.list()).allMatch(a -> a.contact().isPresent());
    desk.clock.passes(Duration.ofMinutes(30));
    desk.forget();

    assertForgotten(desk);
    assertThat(desk.posting.takeDue(10)).isEmpty();
  }

  @Test
  void theHoldOfAnOfferHasNoneAndTheOfferIsSentAllTheSame() {
    OfferView offer = offered();

    assertThat(heldForOffers()).hasSize(1).allMatch(a -> a.contact().isEmpty());
    assertThat(desk.posting.takeDue(10))
        .singleElement()
        .satisfies(mail -> assertThat(mail.to()).isEqualTo(ADDRESS.get()));
    desk.waiting.decline(offer.token());
    assertThat(heldForOffers()).allMatch(a -> a.contact().isEmpty());
  }

  @Test
  void anAcceptedOfferPassesItToTheAppointment() {
    OfferView offer = offered();
    AppointmentView taken = desk.waiting.claim(offer.token());

    assertThat(taken.hasContact()).isTrue();
    assertThat(desk.posting.takeDue(10))
        .extracting(MailDraft::kind)
        .containsExactly(LetterKind.BOOKED);
    long entry = desk.waitlist.listOffers().get(0).entry();
    assertThat(desk.waitlist.findEntry(entry).orElseThrow().contact()).isEmpty();
  }

  @Test
  void leavingTheWaitlistDeletesItAtOnce() {
    BookingCode code =
        desk.waiting.join(WaitlistFixture.wish(Optional.empty(), ADDRESS, "hoerde")).entry().code();

    desk.waiting.leave(code);

    assertThat(desk.waiting.look(code).hasContact()).isFalse();
  }

  private OfferView offered() {
    BookingCode code = desk.booked("hoerde", IN_A_WEEK).code();
    BookingCode entry =
        desk.waiting.join(WaitlistFixture.wish(Optional.empty(), ADDRESS, "hoerde")).entry().code();
    desk.booking.cancel(code, Actor.VISITOR);
    return desk.waiting.look(entry).offer().orElseThrow();
  }

  private List<Appointment> heldForOffers() {
    return desk.appointments.list().stream().filter(a -> a.channel() == Channel.WAITLIST).toList();
  }

  @Test
  void withoutAMailServerNoneIsKept() {
    BookingDesk silent = BookingDesk.withoutMail(OfficeFixture.hoerde()).with("hoerde", MONDAYS);

    AppointmentView held = silent.booking.hold(leaving(ADDRESS)).appointment();
    AppointmentView booked = silent.booking.confirm(held.code(), ADDRESS);
    WaitlistView waiting =
        silent.waiting.join(WaitlistFixture.wish(Optional.empty(), ADDRESS, "hoerde")).entry();

    assertThat(held.hasContact()).isFalse();
    assertThat(booked.hasContact()).isFalse();
    assertThat(waiting.hasContact()).isFalse();
    assertThat(silent.letters.list()).isEmpty();
  }
}
