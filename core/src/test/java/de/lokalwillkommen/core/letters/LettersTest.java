package de.lokalwillkommen.core.letters;

import static de.lokalwillkommen.core.booking.BookingOffice.hours;
import static de.lokalwillkommen.core.ticketing.TicketFixture.TEN;
import static org.assertj.core.api.Assertions.assertThat;

import de.lokalwillkommen.core.booking.AppointmentView;
import de.lokalwillkommen.core.booking.BookingCode;
import de.lokalwillkommen.core.booking.BookingDesk;
import de.lokalwillkommen.core.booking.BookingOffice;
import de.lokalwillkommen.core.booking.BookingWish;
import de.lokalwillkommen.core.booking.Channel;
import de.lokalwillkommen.core.booking.Contact;
import de.lokalwillkommen.core.booking.Slot;
import de.lokalwillkommen.core.offices.OfficeFixture;
import de.lokalwillkommen.core.ticketing.Actor;
import de.lokalwillkommen.core.waitlist.WaitlistFixture;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Which letters are sent to whom, and when. */
class LettersTest {

  private static final Instant IN_A_WEEK = TEN.plus(Duration.ofDays(7)).plus(Duration.ofHours(1));
  private static final Optional<Contact> ADDRESS = Optional.of(new Contact("a@example.org"));

  private final BookingDesk desk =
      new BookingDesk(OfficeFixture.hoerde()).with("hoerde", hours(DayOfWeek.MONDAY, 11, 16, 1));

  private AppointmentView booked(Instant start, Optional<Contact> contact) {
    BookingCode code = desk.booking.hold(BookingOffice.wish("hoerde", start)).appointment().code();
    return desk.booking.confirm(code, contact);
  }

  /** Sends the letters that are due. */
  private List<LetterKind> sent() {
    List<MailDraft> due = desk.posting.takeDue(10);
    due.forEach(mail -> desk.posting.sent(mail.letter()));
    return due.stream().map(MailDraft::kind).toList();
  }

  @Test
  void theyComeAtOnceADayBeforeAndTwoHoursBefore() {
    booked(IN_A_WEEK, ADDRESS);
    assertThat(sent()).containsExactly(LetterKind.BOOKED);

    desk.clock.is(IN_A_WEEK.minus(Duration.ofHours(24)).minusMillis(1));
    assertThat(sent()).isEmpty();
    desk.clock.passes(Duration.ofMillis(1));
    assertThat(sent()).containsExactly(LetterKind.TOMORROW);

    desk.clock.is(IN_A_WEEK.minus(Duration.ofHours(2)));
    assertThat(sent()).containsExactly(LetterKind.SOON);
    desk.clock.is(IN_A_WEEK.plus(Duration.ofDays(1)));
    assertThat(sent()).isEmpty();
  }

  @Test
  void aLetterIsLateUntilTheMailServerHasTakenItHoweverOftenItIsTried() {
    booked(IN_A_WEEK, ADDRESS);
    desk.posting.takeDue(10);
    desk.clock.passes(Duration.ofMinutes(20));
    desk.posting.takeDue(10);
    LetterQueue queue = desk.letters.queue(desk.clock);

    assertThat(queue.late().count()).isEqualTo(1);
    assertThat(queue.late().longest(desk.clock.instant())).isEqualTo(Duration.ofMinutes(20));

    desk.clock.passes(Duration.ofMinutes(30));
    sent();

    assertThat(queue.late()).isEqualTo(new LateLetters(0, Optional.empty()));
    assertThat(queue.late().longest(desk.clock.instant())).isZero();
  }

  @Test
  void afterACancellationTheAddressIsDeletedEvenIfItsLetterIsDropped() {
    AppointmentView booked = booked(IN_A_WEEK, ADDRESS);
    sent();
    desk.booking.cancel(booked.code(), Actor.VISITOR);
    MailDraft last = desk.posting.takeDue(10).get(0);
    assertThat(last.kind()).isEqualTo(LetterKind.CANCELLED);
    assertThat(desk.booking.look(booked.code()).hasContact()).isTrue();

    desk.posting.dropped(last.letter());

    assertThat(desk.booking.look(booked.code()).hasContact()).isFalse();
    desk.clock.passes(Duration.ofMinutes(5));
    assertThat(desk.posting.takeDue(10)).isEmpty();
  }

  @Test
  void anAddressIsNotKeptForACancellationLetterThatIsTooLate() {
    AppointmentView booked = booked(IN_A_WEEK, ADDRESS);
    sent();
    desk.booking.cancel(booked.code(), Actor.VISITOR);
    desk.clock.is(booked.end());

    assertThat(desk.posting.takeDue(10)).isEmpty();
    assertThat(desk.booking.look(booked.code()).hasContact()).isFalse();
  }

  @Test
  void aVisitorWithoutAnAddressGetsNone() {
    booked(IN_A_WEEK, Optional.empty());

    assertThat(desk.letters.list()).isEmpty();
  }

  @Test
  void thereIsNoReminderOfAnAppointmentAboutToBegin() {
    booked(TEN.plus(Duration.ofMinutes(90)), ADDRESS);

    assertThat(desk.letters.list()).extracting(Letter::kind).containsExactly(LetterKind.BOOKED);
  }

  @Test
  void aMoveDropsTheOldRemindersAndWritesNewOnes() {
    AppointmentView booked = booked(IN_A_WEEK, ADDRESS);
    sent();

    Instant later = IN_A_WEEK.plus(Duration.ofDays(7));
    desk.booking.move(booked.code(), new Slot.Id("hoerde", later), Channel.OUTSIDE);

    assertThat(sent()).containsExactly(LetterKind.MOVED);
    desk.clock.is(IN_A_WEEK);
    assertThat(sent()).isEmpty();
    desk.clock.is(later.minus(Duration.ofHours(24)));
    assertThat(sent()).containsExactly(LetterKind.TOMORROW);
  }

  @Test
  void aMoveToAnotherOfficeIsOneLetter() {
    BookingDesk both =
        new BookingDesk(OfficeFixture.hoerde(), OfficeFixture.eving())
            .with("hoerde", hours(DayOfWeek.MONDAY, 11, 16, 1))
            .with("eving", hours(DayOfWeek.MONDAY, 11, 16, 1));
    BookingCode code =
        both.booking.hold(BookingOffice.wish("hoerde", IN_A_WEEK)).appointment().code();
    both.booking.confirm(code, ADDRESS);

    both.booking.move(code, new Slot.Id("eving", IN_A_WEEK), Channel.OUTSIDE);

    assertThat(both.letters.kinds())
        .containsExactly(
            LetterKind.BOOKED,
            LetterKind.TOMORROW,
            LetterKind.SOON,
            LetterKind.MOVED,
            LetterKind.TOMORROW,
            LetterKind.SOON);
  }

  @Test
  void aMissThatIsUndoneSendsEachReminderOnce() {
    booked(IN_A_WEEK, ADDRESS);
    sent();
    desk.clock.is(IN_A_WEEK.plus(Duration.ofDays(1)));
    desk.keeping.tend("hoerde");
    desk.clock.is(TEN);
    desk.keeping.tend("hoerde");

    desk.clock.is(IN_A_WEEK.minus(Duration.ofHours(24)));
    assertThat(sent()).containsExactly(LetterKind.TOMORROW);
    desk.clock.is(IN_A_WEEK.minus(Duration.ofHours(2)));
    assertThat(sent()).containsExactly(LetterKind.SOON);
  }

  @Test
  void afterACancellationOnlyItsLetterIsSent() {
    AppointmentView booked = booked(IN_A_WEEK, ADDRESS);

    desk.booking.cancel(booked.code(), Actor.VISITOR);

    assertThat(sent()).containsExactly(LetterKind.CANCELLED);
    desk.clock.is(IN_A_WEEK.minus(Duration.ofHours(1)));
    assertThat(sent()).isEmpty();
  }

  @Test
  void aReleasedHoldHasNoLetter() {
    BookingWish wish =
        new BookingWish(
            new Slot.Id("hoerde", IN_A_WEEK),
            OfficeFixture.HOUSING,
            "de",
            Channel.OUTSIDE,
            ADDRESS,
            Optional.empty(),
            Optional.empty());
    desk.booking.cancel(desk.booking.hold(wish).appointment().code(), Actor.VISITOR);

    assertThat(desk.letters.list()).isEmpty();
  }

  @Test
  void aRefusedLetterIsRetriedAtGrowingIntervalsAndThenFails() {
    booked(TEN.plus(Duration.ofMinutes(90)), ADDRESS);
    int tries = 0;
    for (Duration waited = Duration.ZERO;
        waited.compareTo(Duration.ofMinutes(119)) < 0;
        waited = waited.plusMinutes(1)) {
      for (MailDraft mail : desk.posting.takeDue(10)) {
        desk.posting.refused(mail.letter());
        tries++;
      }
      desk.clock.passes(Duration.ofMinutes(1));
    }

    assertThat(tries).isEqualTo(Letter.MOST_REFUSALS);
    assertThat(desk.letters.list())
        .extracting(Letter::status)
        .containsExactly(Letter.Status.FAILED);
  }

  @Test
  void theNextRetryIsAfterAMinuteThenTwoThenFour() {
    booked(TEN.plus(Duration.ofHours(1)), ADDRESS);
    Letter letter = desk.letters.list().get(0);
    for (int minutes : new int[] {1, 2, 4, 8}) {
      Instant tried = desk.clock.instant();
      desk.posting.takeDue(1).forEach(mail -> desk.posting.refused(mail.letter()));
      assertThat(letter.nextAttemptAt()).isEqualTo(tried.plus(Duration.ofMinutes(minutes)));
      desk.clock.is(letter.nextAttemptAt());
    }
  }

  @Test
  void whileTheServerIsAwayItIsRetriedEveryHalfHourForEver() {
    booked(IN_A_WEEK, ADDRESS);
    Letter letter = desk.letters.list().get(0);
    for (int i = 0; i < 100; i++) {
      Instant tried = desk.clock.instant();
      assertThat(desk.posting.takeDue(1)).hasSize(1);
      assertThat(Duration.between(tried, letter.nextAttemptAt()))
          .isBetween(Duration.ofMinutes(1), Duration.ofMinutes(30));
      desk.clock.is(letter.nextAttemptAt());
    }

    assertThat(sent()).containsExactly(LetterKind.BOOKED);
  }

  @Test
  void aLetterAboutAPastEventIsNotSent() {
    AppointmentView booked = booked(TEN.plus(Duration.ofHours(1)), ADDRESS);

    desk.clock.is(booked.end());

    assertThat(sent()).isEmpty();
    assertThat(desk.letters.list())
        .extracting(Letter::status)
        .containsExactly(Letter.Status.DROPPED);
  }

  @Test
  void anOfferIsSentOnlyAsLongAsItStands() {
    AppointmentView booked = booked(IN_A_WEEK, Optional.empty());
    desk.waiting.join(WaitlistFixture.wish(Optional.empty(), ADDRESS, "hoerde"));
    desk.booking.cancel(booked.code(), Actor.VISITOR);

    List<MailDraft> due = desk.posting.takeDue(10);
    assertThat(due).extracting(MailDraft::kind).containsExactly(LetterKind.OFFER);
    assertThat(due.get(0).offer()).isPresent();
    assertThat(due.get(0).entry()).isPresent();
    desk.posting.refused(due.get(0).letter());

    desk.waiting.decline(due.get(0).offer().orElseThrow().token());
    desk.clock.passes(Duration.ofMinutes(5));
    assertThat(sent()).isEmpty();
    assertThat(desk.letters.list().get(0).status()).isEqualTo(Letter.Status.DROPPED);
  }
}
