package de.lokalwillkommen.core.waitlist;

import static de.lokalwillkommen.core.booking.BookingOffice.hours;
import static de.lokalwillkommen.core.kernel.Refusals.refusalOf;
import static de.lokalwillkommen.core.offices.OfficeFixture.HOUSING;
import static de.lokalwillkommen.core.ticketing.TicketFixture.TEN;
import static org.assertj.core.api.Assertions.assertThat;

import de.lokalwillkommen.core.booking.AppointmentAction;
import de.lokalwillkommen.core.booking.AppointmentEvent;
import de.lokalwillkommen.core.booking.AppointmentStatus;
import de.lokalwillkommen.core.booking.AppointmentView;
import de.lokalwillkommen.core.booking.BookingCode;
import de.lokalwillkommen.core.booking.BookingDesk;
import de.lokalwillkommen.core.booking.Channel;
import de.lokalwillkommen.core.booking.Contact;
import de.lokalwillkommen.core.booking.Slot;
import de.lokalwillkommen.core.kernel.Refusal;
import de.lokalwillkommen.core.kernel.Refusal.Kind;
import de.lokalwillkommen.core.letters.LetterKind;
import de.lokalwillkommen.core.offices.OfficeFixture;
import de.lokalwillkommen.core.ticketing.Actor;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The view of a visitor on the waitlist, and the outcomes of an offer. */
class UsingWaitlistTest {

  private static final Instant IN_A_WEEK = TEN.plus(Duration.ofDays(7)).plus(Duration.ofHours(1));
  private static final Optional<Contact> ADDRESS = Optional.of(new Contact("a@example.org"));

  private final BookingDesk desk =
      new BookingDesk(OfficeFixture.hoerde(), OfficeFixture.eving())
          .with("hoerde", hours(DayOfWeek.MONDAY, 11, 16, 1));

  private BookingCode joined(Optional<BookingCode> instead, Optional<Contact> contact) {
    return desk.waiting.join(WaitlistFixture.wish(instead, contact, "hoerde")).entry().code();
  }

  private BookingCode joined() {
    return joined(Optional.empty(), Optional.empty());
  }

  /** A visitor cancels; the place is offered to the first entry of the waitlist. */
  private OfferView offeredTo(BookingCode entry) {
    BookingCode freed = desk.booked("hoerde", IN_A_WEEK).code();
    desk.booking.cancel(freed, Actor.VISITOR);
    return desk.waiting.look(entry).offer().orElseThrow();
  }

  private List<AppointmentAction> history() {
    return desk.appointments.listEvents().stream().map(AppointmentEvent::action).toList();
  }

  @Test
  void isFoundByItsCodeAndByTheAppointmentOneHas() {
    BookingCode own = desk.booked("hoerde", IN_A_WEEK).code();
    BookingCode entry = joined(Optional.of(own), ADDRESS);

    WaitlistView seen = desk.waiting.look(entry);
    assertThat(desk.waiting.find(entry)).contains(seen);
    assertThat(desk.waiting.findFor(own)).contains(seen);
    assertThat(desk.waiting.find(own)).isEmpty();
    assertThat(desk.waitlist.isInUse(entry)).isTrue();
    assertThat(desk.waitlist.isInUse(own)).isFalse();
    assertThat(desk.waiting.findFor(entry)).isEmpty();
    assertThat(seen.appointment()).contains(own);
    assertThat(seen.language()).isEqualTo("de");
    assertThat(seen.offices()).containsExactly("hoerde");
    assertThat(seen.partOfDay()).isEqualTo(PartOfDay.ANY);
    assertThat(seen.firstDay()).isEqualTo("2026-11-23");
    assertThat(seen.lastDay()).isEqualTo("2026-12-13");
    Refusal unknown = refusalOf(() -> desk.waiting.look(own));
    assertThat(unknown.kind()).isEqualTo(Kind.UNKNOWN);
    assertThat(unknown.key()).isEqualTo("waitlist.unknown");
  }

  @Test
  void isOfBookableTopicsInOfficesThereAre() {
    assertThat(refusalOf(() -> desk.waiting.join(wish("taxes", "hoerde"))).facts())
        .containsEntry("field", "topic");
    Refusal nowhere = refusalOf(() -> desk.waiting.join(wish(HOUSING, "hoerde", "nowhere")));
    assertThat(nowhere.key()).isEqualTo("office.unknown");
    assertThat(nowhere.facts()).containsEntry("field", "offices");
    assertThat(desk.waitlist.isEmpty()).isTrue();
  }

  private static WaitlistWish wish(String topic, String... offices) {
    LocalDate today = LocalDate.of(2026, 11, 23);
    return new WaitlistWish(
        topic,
        "de",
        Set.of(offices),
        today,
        today,
        PartOfDay.ANY,
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  @Test
  void isNotForACancelledAppointment() {
    BookingCode own = desk.booked("hoerde", IN_A_WEEK).code();
    desk.booking.cancel(own, Actor.VISITOR);

    Refusal refusal =
        refusalOf(
            () ->
                desk.waiting.join(
                    WaitlistFixture.wish(Optional.of(own), Optional.empty(), "hoerde")));

    assertThat(refusal.key()).isEqualTo("appointment.notNow");
    assertThat(refusal.facts()).containsEntry("state", "CANCELLED");
  }

  @Test
  void twiceForTheSameAppointmentIsOnePlace() {
    BookingCode own = desk.booked("hoerde", IN_A_WEEK).code();
    WaitlistWish wish = WaitlistFixture.wish(Optional.of(own), Optional.empty(), "hoerde");

    assertThat(desk.waiting.findEarlier(wish)).isEmpty();
    UsingWaitlist.Joined first = desk.waiting.join(wish);
    UsingWaitlist.Joined second = desk.waiting.join(wish);

    assertThat(first.isNew()).isTrue();
    assertThat(second.isNew()).isFalse();
    assertThat(second.entry()).isEqualTo(first.entry());
    assertThat(desk.waiting.findEarlier(wish)).contains(second);
  }

  @Test
  void saysHowManyAskedBeforeForTimesThatWouldSuitBoth() {
    joined();
    desk.waiting.join(WaitlistFixture.only(0, 5, PartOfDay.MORNING, "eving"));
    desk.waiting.join(WaitlistFixture.only(18, 25, PartOfDay.MORNING, "hoerde"));
    desk.waiting.join(WaitlistFixture.only(21, 25, PartOfDay.ANY, "hoerde"));
    BookingCode last = joined();

    assertThat(desk.waiting.look(last).ahead()).isEqualTo(2);
    desk.waiting.leave(last);
    assertThat(desk.waiting.look(last).ahead()).isZero();
  }

  @Test
  void anOfferIsShownWithAllThatTheDecisionNeeds() {
    BookingCode entry = joined();
    OfferView offer = offeredTo(entry);

    assertThat(offer.office()).isEqualTo("hoerde");
    assertThat(offer.officeName()).isEqualTo("Hörde");
    assertThat(offer.zone()).isEqualTo(OfficeFixture.BERLIN);
    assertThat(offer.start()).isEqualTo(IN_A_WEEK);
    assertThat(offer.end()).isEqualTo(IN_A_WEEK.plus(Duration.ofMinutes(30)));
    assertThat(offer.expiresAt()).isEqualTo(TEN.plus(ClaimWindow.LATER_DAY));
    assertThat(offer.state()).isEqualTo(OfferStatus.OPEN);
    assertThat(desk.waiting.lookAtOffer(offer.token())).isEqualTo(offer);
    assertThat(refusalOf(() -> desk.waiting.lookAtOffer("nonsense")).kind())
        .isEqualTo(Kind.UNKNOWN);
    assertThat(desk.events.names()).containsOnlyOnce("offer.made");
  }

  @Test
  void anExpiredOfferIsShownAsExpired() {
    BookingCode own = desk.booked("hoerde", IN_A_WEEK.plus(Duration.ofDays(7))).code();
    BookingCode entry = joined(Optional.of(own), Optional.empty());
    OfferView offer = offeredTo(entry);

    desk.clock.is(offer.expiresAt());
    assertThat(desk.waiting.lookAtOffer(offer.token()).state()).isEqualTo(OfferStatus.LAPSED);
    assertThat(desk.waiting.findFor(own).orElseThrow().offer()).isEmpty();
    assertThat(desk.events.names()).containsOnlyOnce("offer.passed");
    assertThat(history()).containsOnlyOnce(AppointmentAction.LAPSE);
  }

  @Test
  void theOfferToAVisitorWithAnAppointmentLapsesAlsoWhenTheAppointmentIsRead() {
    BookingCode own = desk.booked("hoerde", IN_A_WEEK.plus(Duration.ofDays(7))).code();
    OfferView offer = offeredTo(joined(Optional.of(own), Optional.empty()));

    desk.clock.is(offer.expiresAt());
    desk.waiting.findFor(own);

    assertThat(desk.waitlist.listOffers().get(0).status()).isEqualTo(OfferStatus.LAPSED);
  }

  @Test
  void theEntryShowsThatItsOfferHasExpired() {
    BookingCode entry = joined();
    OfferView offer = offeredTo(entry);

    desk.clock.is(offer.expiresAt());
    desk.waiting.look(entry);

    assertThat(desk.waitlist.listOffers().get(0).status()).isEqualTo(OfferStatus.LAPSED);
    assertThat(desk.events.names()).containsOnlyOnce("offer.passed");
    assertThat(desk.appointments.listClaims()).isEmpty();
  }

  @Test
  void thePlaceThatAMoveLeavesIsOfferedToo() {
    BookingCode moving = desk.booked("hoerde", IN_A_WEEK).code();
    BookingCode entry = joined();

    Slot.Id later = new Slot.Id("hoerde", IN_A_WEEK.plus(Duration.ofDays(7)));
    desk.booking.move(moving, later, Channel.OUTSIDE);

    assertThat(desk.waiting.look(entry).offer())
        .map(OfferView::start)
        .as("the place that is free since")
        .contains(IN_A_WEEK);
  }

  @Test
  void aDeclinedOfferIsDeclinedOnceAndThePlaceStays() {
    BookingCode entry = joined();
    OfferView offer = offeredTo(entry);

    desk.waiting.decline(offer.token());
    desk.waiting.decline(offer.token());

    assertThat(desk.waiting.lookAtOffer(offer.token()).state()).isEqualTo(OfferStatus.DECLINED);
    assertThat(desk.waiting.look(entry).state()).isEqualTo(WaitlistStatus.WAITING);
    assertThat(desk.events.names()).containsOnlyOnce("offer.passed");
    assertThat(history()).endsWith(AppointmentAction.CANCEL);
    assertThat(refusalOf(() -> desk.waiting.claim(offer.token())).kind()).isEqualTo(Kind.GONE);
    assertThat(desk.appointments.listClaims()).isEmpty();
  }

  @Test
  void aClaimedOfferIsAnAppointmentAndEndsTheWaiting() {
    BookingCode entry = joined(Optional.empty(), ADDRESS);
    OfferView offer = offeredTo(entry);

    AppointmentView taken = desk.waiting.claim(offer.token());

    assertThat(taken.status()).isEqualTo(AppointmentStatus.BOOKED);
    assertThat(taken.start()).isEqualTo(IN_A_WEEK);
    assertThat(taken.hasContact()).isTrue();
    assertThat(desk.waiting.claim(offer.token())).isEqualTo(taken);
    WaitlistView served = desk.waiting.look(entry);
    assertThat(served.state()).isEqualTo(WaitlistStatus.SERVED);
    assertThat(served.appointment()).contains(taken.code());
    assertThat(served.hasContact()).isFalse();
    assertThat(history()).endsWith(AppointmentAction.HOLD, AppointmentAction.BOOK);
    assertThat(desk.events.names()).containsOnlyOnce("offer.claimed");
    assertThat(desk.letters.kinds()).contains(LetterKind.OFFER, LetterKind.BOOKED);
  }

  @Test
  void aClaimedEarlierOneReplacesTheAppointmentAndEndsTheWaitingToo() {
    BookingCode own = desk.booked("hoerde", IN_A_WEEK.plus(Duration.ofDays(7))).code();
    BookingCode entry = joined(Optional.of(own), ADDRESS);
    OfferView offer = offeredTo(entry);

    AppointmentView moved = desk.waiting.claim(offer.token());

    assertThat(moved.code()).isEqualTo(own);
    assertThat(desk.waiting.look(entry).state()).isEqualTo(WaitlistStatus.SERVED);
    assertThat(desk.waiting.findFor(own)).isEmpty();
    assertThat(history()).endsWith(AppointmentAction.CANCEL, AppointmentAction.MOVE);
    assertThat(desk.waiting.lookAtOffer(offer.token()).state()).isEqualTo(OfferStatus.CLAIMED);
  }
}
