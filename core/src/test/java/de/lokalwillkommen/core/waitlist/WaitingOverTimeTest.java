package de.lokalwillkommen.core.waitlist;

import static de.lokalwillkommen.core.booking.BookingOffice.hours;
import static de.lokalwillkommen.core.kernel.Refusals.refusalOf;
import static de.lokalwillkommen.core.ticketing.TicketFixture.TEN;
import static org.assertj.core.api.Assertions.assertThat;

import de.lokalwillkommen.core.booking.AppointmentStatus;
import de.lokalwillkommen.core.booking.AppointmentView;
import de.lokalwillkommen.core.booking.BookingCode;
import de.lokalwillkommen.core.booking.BookingDesk;
import de.lokalwillkommen.core.booking.BookingOffice;
import de.lokalwillkommen.core.booking.Channel;
import de.lokalwillkommen.core.booking.Contact;
import de.lokalwillkommen.core.booking.Slot;
import de.lokalwillkommen.core.booking.SlotQuery;
import de.lokalwillkommen.core.kernel.Refusal;
import de.lokalwillkommen.core.offices.OfficeFixture;
import de.lokalwillkommen.core.ticketing.Actor;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The effect of time and of other visitors on a waitlist entry and on an offer. */
class WaitingOverTimeTest {

  private static final Instant IN_A_WEEK = TEN.plus(Duration.ofDays(7)).plus(Duration.ofHours(1));
  private static final Optional<Contact> ADDRESS = Optional.of(new Contact("a@example.org"));

  private final BookingDesk desk =
      new BookingDesk(OfficeFixture.hoerde()).with("hoerde", hours(DayOfWeek.MONDAY, 11, 16, 1));

  private AppointmentView booked(Instant start) {
    BookingCode code = desk.booking.hold(BookingOffice.wish("hoerde", start)).appointment().code();
    return desk.booking.confirm(code, ADDRESS);
  }

  @Test
  void soIsTheAddressOfAWaitlistEntry() {
    BookingCode left =
        desk.waiting.join(WaitlistFixture.wish(Optional.empty(), ADDRESS, "hoerde")).entry().code();
    desk.waiting.leave(left);
    BookingCode stays =
        desk.waiting.join(WaitlistFixture.wish(Optional.empty(), ADDRESS, "hoerde")).entry().code();

    desk.clock.passes(Duration.ofHours(47));
    desk.forget();

    assertThat(desk.waiting.look(left).hasContact()).isFalse();
    assertThat(desk.waiting.look(stays).hasContact()).isTrue();
  }

  @Test
  void anEntryEndsWhenItsLastDayHasPassed() {
    BookingCode entry =
        desk.waiting.join(WaitlistFixture.wish(Optional.empty(), ADDRESS, "hoerde")).entry().code();

    desk.clock.passes(Duration.ofDays(20));
    desk.forget();
    assertThat(desk.waiting.look(entry).state()).isEqualTo(WaitlistStatus.WAITING);
    desk.clock.passes(Duration.ofDays(1));
    desk.forget();
    assertThat(desk.waiting.look(entry).state()).isEqualTo(WaitlistStatus.ENDED);
    desk.clock.passes(Duration.ofDays(1));
    desk.forget();

    assertThat(desk.waiting.look(entry).hasContact()).isFalse();
  }

  @Test
  void noEntryWaitsForLongerThanFourWeeks() {
    LocalDate today = LocalDate.of(2026, 11, 23);

    assertThat(waitingFor(today, LocalDate.MAX).lastDay()).isEqualTo(today.plusDays(28));
    assertThat(refusalOf(() -> waitingFor(today.minusDays(9), today.minusDays(1))).facts())
        .containsEntry("field", "to");
    assertThat(refusalOf(() -> waitingFor(today.plusDays(29), today.plusDays(40))).facts())
        .containsEntry("field", "from");
  }

  private WaitlistView waitingFor(LocalDate first, LocalDate last) {
    return desk.waiting
        .join(
            new WaitlistWish(
                OfficeFixture.HOUSING,
                "de",
                Set.of("hoerde"),
                first,
                last,
                PartOfDay.ANY,
                Optional.empty(),
                ADDRESS,
                Optional.empty()))
        .entry();
  }

  @Test
  void aVisitorWhoCancelsWhileAnOfferIsOpenWaitsNoLongerOnceItIsAnswered() {
    AppointmentView early = booked(IN_A_WEEK);
    BookingCode late = desk.booked("hoerde", IN_A_WEEK.plus(Duration.ofDays(7))).code();
    BookingCode entry =
        desk.waiting
            .join(WaitlistFixture.wish(Optional.of(late), ADDRESS, "hoerde"))
            .entry()
            .code();
    desk.booking.cancel(early.code(), Actor.VISITOR);
    desk.booking.cancel(late, Actor.VISITOR);
    assertThat(desk.waiting.look(entry).offer()).isPresent();

    desk.waiting.decline(desk.waiting.look(entry).offer().orElseThrow().token());

    assertThat(desk.waiting.look(entry).state()).isEqualTo(WaitlistStatus.LEFT);
    assertThat(desk.waiting.look(entry).hasContact()).isFalse();
  }

  @Test
  void aVisitorWhoMissesTheAppointmentNoLongerWantsAnEarlierOne() {
    BookingCode own = booked(IN_A_WEEK).code();
    BookingCode entry =
        desk.waiting.join(WaitlistFixture.wish(Optional.of(own), ADDRESS, "hoerde")).entry().code();

    desk.clock.is(IN_A_WEEK.plus(Duration.ofDays(1)));
    desk.keeping.tend("hoerde");

    assertThat(desk.waiting.look(entry).state()).isEqualTo(WaitlistStatus.LEFT);
  }

  @Test
  void anUnansweredOfferGoesToTheNextAndThenToAll() {
    AppointmentView booked = booked(IN_A_WEEK);
    BookingCode first = desk.waiting.join(WaitlistFixture.forHousing("hoerde")).entry().code();
    BookingCode second = desk.waiting.join(WaitlistFixture.forHousing("hoerde")).entry().code();
    desk.booking.cancel(booked.code(), Actor.VISITOR);
    assertThat(desk.waiting.look(first).offer()).isPresent();
    assertThat(desk.waiting.look(second).offer()).isEmpty();

    desk.clock.passes(ClaimWindow.LATER_DAY);
    desk.keeping.tend("hoerde");
    assertThat(desk.waiting.look(first).offer()).isEmpty();
    assertThat(desk.waiting.look(second).offer()).isPresent();

    desk.clock.passes(ClaimWindow.LATER_DAY);
    assertThat(
            desk.finding.list(
                SlotQuery.in("hoerde", OfficeFixture.HOUSING, "de", Channel.KIOSK, 500)))
        .extracting(Slot::start)
        .contains(IN_A_WEEK);
  }

  @Test
  void anOfferHasEndedAtItsVeryEnd() {
    AppointmentView booked = booked(IN_A_WEEK);
    BookingCode entry = desk.waiting.join(WaitlistFixture.forHousing("hoerde")).entry().code();
    desk.booking.cancel(booked.code(), Actor.VISITOR);
    OfferView offer = desk.waiting.look(entry).offer().orElseThrow();

    desk.clock.is(offer.expiresAt().minusNanos(1));
    assertThat(desk.waiting.look(entry).offer()).isPresent();
    desk.clock.is(offer.expiresAt());

    assertThat(desk.waiting.look(entry).offer()).isEmpty();
    assertThat(refusalOf(() -> desk.waiting.claim(offer.token())).kind())
        .isEqualTo(Refusal.Kind.GONE);
    assertThat(desk.waitlist.listEntriesWithOpenOffer(offer.expiresAt())).isEmpty();
  }

  @Test
  void anOfferCanBeTakenUntilItsVeryEnd() {
    AppointmentView booked = booked(IN_A_WEEK);
    BookingCode entry = desk.waiting.join(WaitlistFixture.forHousing("hoerde")).entry().code();
    desk.booking.cancel(booked.code(), Actor.VISITOR);
    OfferView offer = desk.waiting.look(entry).offer().orElseThrow();

    desk.clock.is(offer.expiresAt().minusNanos(1));

    assertThat(desk.waiting.claim(offer.token()).start()).isEqualTo(IN_A_WEEK);
  }

  /** A later place, or one at the same time, is not an earlier one. */
  @ParameterizedTest
  @ValueSource(ints = {0, 30})
  void onlyAnEarlierPlaceIsOfferedAsOne(int minutesLater) {
    desk.with("hoerde", hours(DayOfWeek.MONDAY, 11, 16, 1));
    BookingCode own = booked(IN_A_WEEK).code();
    Instant other = IN_A_WEEK.plus(Duration.ofMinutes(minutesLater));
    AppointmentView freed = desk.booked("hoerde", other);
    BookingCode entry =
        desk.waiting
            .join(WaitlistFixture.wish(Optional.of(own), Optional.empty(), "hoerde"))
            .entry()
            .code();

    desk.booking.cancel(freed.code(), Actor.VISITOR);

    assertThat(desk.waiting.look(entry).offer()).isEmpty();
  }

  @Test
  void aSecondOfferIsTakenInsteadOfTheAppointmentOneHas() {
    AppointmentView early = booked(IN_A_WEEK);
    AppointmentView late = desk.booked("hoerde", IN_A_WEEK.plus(Duration.ofDays(7)));
    BookingCode entry =
        desk.waiting
            .join(WaitlistFixture.wish(Optional.of(late.code()), Optional.empty(), "hoerde"))
            .entry()
            .code();
    assertThat(desk.waiting.findFor(late.code())).map(WaitlistView::code).contains(entry);
    desk.booking.cancel(early.code(), Actor.VISITOR);

    String token = desk.waiting.look(entry).offer().orElseThrow().token();
    AppointmentView claimed = desk.waiting.claim(token);

    assertThat(claimed.code()).isEqualTo(late.code());
    assertThat(claimed.start()).isEqualTo(IN_A_WEEK);
    assertThat(desk.waiting.claim(token)).isEqualTo(claimed);
    assertThat(desk.appointments.listClaims()).hasSize(6).containsOnly(late.id());
  }

  @Test
  void anEarlierOneIsForTheSameTopicWhateverTheRequestNames() {
    AppointmentView late = desk.booked("hoerde", IN_A_WEEK);
    WaitlistWish other =
        new WaitlistWish(
            OfficeFixture.LETTERS,
            "de",
            Set.of("hoerde"),
            LocalDate.of(2026, 11, 23),
            LocalDate.of(2026, 12, 23),
            PartOfDay.ANY,
            Optional.of(late.code()),
            Optional.empty(),
            Optional.empty());

    assertThat(desk.waiting.join(other).entry().topic()).isEqualTo(OfficeFixture.HOUSING);
  }

  @Test
  void leavingPassesAnOpenOfferOn() {
    AppointmentView booked = booked(IN_A_WEEK);
    BookingCode first = desk.waiting.join(WaitlistFixture.forHousing("hoerde")).entry().code();
    BookingCode second = desk.waiting.join(WaitlistFixture.forHousing("hoerde")).entry().code();
    desk.booking.cancel(booked.code(), Actor.VISITOR);

    desk.waiting.leave(first);
    desk.waiting.leave(first);

    assertThat(desk.waiting.look(first).state()).isEqualTo(WaitlistStatus.LEFT);
    assertThat(desk.waiting.look(second).offer()).isPresent();
  }

  @Test
  void aVisitorWhoCancelsWhileAnOfferIsOpenCanStillTakeIt() {
    AppointmentView early = booked(IN_A_WEEK);
    BookingCode late = desk.booked("hoerde", IN_A_WEEK.plus(Duration.ofDays(7))).code();
    BookingCode entry =
        desk.waiting
            .join(WaitlistFixture.wish(Optional.of(late), Optional.empty(), "hoerde"))
            .entry()
            .code();
    desk.booking.cancel(early.code(), Actor.VISITOR);
    String token = desk.waiting.look(entry).offer().orElseThrow().token();

    desk.booking.cancel(late, Actor.VISITOR);
    assertThat(desk.waiting.look(entry).state()).isEqualTo(WaitlistStatus.WAITING);
    AppointmentView taken = desk.waiting.claim(token);

    assertThat(taken.start()).isEqualTo(IN_A_WEEK);
    assertThat(taken.status()).isEqualTo(AppointmentStatus.BOOKED);
    assertThat(taken.code()).isNotEqualTo(late);
    assertThat(desk.booking.look(late).status()).isEqualTo(AppointmentStatus.CANCELLED);
    assertThat(desk.waiting.look(entry).state()).isEqualTo(WaitlistStatus.SERVED);
  }

  @Test
  void onlyATimeThatSuitsIsOffered() {
    BookingCode morning =
        desk.waiting.join(WaitlistFixture.only(0, 20, PartOfDay.MORNING, "hoerde")).entry().code();
    AppointmentView two = desk.booked("hoerde", IN_A_WEEK.plus(Duration.ofHours(3)));
    AppointmentView eleven = desk.booked("hoerde", IN_A_WEEK);

    desk.booking.cancel(two.code(), Actor.VISITOR);
    assertThat(desk.waiting.look(morning).offer()).isEmpty();
    desk.booking.cancel(eleven.code(), Actor.VISITOR);

    assertThat(desk.waiting.look(morning).offer().map(OfferView::start)).contains(IN_A_WEEK);
  }

  @Test
  void aPlaceThatBeginsTooSoonIsCancelledWithoutAnOffer() {
    Instant eleven = TEN.plus(Duration.ofHours(1));
    AppointmentView booked = desk.booked("hoerde", eleven);
    BookingCode entry = desk.waiting.join(WaitlistFixture.forHousing("hoerde")).entry().code();
    desk.clock.is(eleven.minus(Duration.ofMinutes(44)));

    desk.booking.cancel(booked.code(), Actor.VISITOR);

    assertThat(desk.waiting.look(entry).offer()).isEmpty();
    assertThat(
            desk.finding.list(
                SlotQuery.in("hoerde", OfficeFixture.HOUSING, "de", Channel.KIOSK, 1)))
        .extracting(Slot::start)
        .containsExactly(eleven);
  }
}
