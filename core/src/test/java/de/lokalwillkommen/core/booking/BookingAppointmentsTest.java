package de.lokalwillkommen.core.booking;

import static de.lokalwillkommen.core.booking.BookingOffice.hours;
import static de.lokalwillkommen.core.kernel.Refusals.refusalOf;
import static de.lokalwillkommen.core.offices.OfficeFixture.HOUSING;
import static de.lokalwillkommen.core.ticketing.TicketFixture.TEN;
import static org.assertj.core.api.Assertions.assertThat;

import de.lokalwillkommen.core.kernel.Refusal;
import de.lokalwillkommen.core.kernel.Refusal.Kind;
import de.lokalwillkommen.core.kernel.RequestKey;
import de.lokalwillkommen.core.offices.BookingTerms;
import de.lokalwillkommen.core.offices.Office;
import de.lokalwillkommen.core.offices.OfficeFixture;
import de.lokalwillkommen.core.ticketing.Actor;
import de.lokalwillkommen.core.ticketing.TicketStatus;
import de.lokalwillkommen.core.waitlist.OfferView;
import de.lokalwillkommen.core.waitlist.WaitlistFixture;
import de.lokalwillkommen.core.waitlist.WaitlistStatus;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BookingAppointmentsTest {

  private static final Instant ELEVEN = TEN.plus(Duration.ofHours(1));
  private static final Instant HALF_PAST = ELEVEN.plus(Duration.ofMinutes(30));
  private static final Instant NOON = ELEVEN.plus(Duration.ofHours(1));
  private static final Optional<Contact> ADDRESS = Optional.of(new Contact("a@example.org"));

  private final Office hoerde = OfficeFixture.hoerde();
  private final Office eving = OfficeFixture.eving();
  private final BookingDesk desk = new BookingDesk(hoerde, eving);

  @BeforeEach
  void twoOfficesWithOneDeskEach() {
    desk.with("hoerde", hours(DayOfWeek.MONDAY, 11, 13, 1))
        .with("eving", hours(DayOfWeek.MONDAY, 11, 13, 1));
  }

  private static BookingWish wish(
      String office, Instant start, String key, String session, Optional<Contact> contact) {
    return new BookingWish(
        new Slot.Id(office, start),
        HOUSING,
        "de",
        Channel.KIOSK,
        contact,
        Optional.ofNullable(key).map(RequestKey::new),
        Optional.ofNullable(session).map(RequestKey::new));
  }

  private AppointmentView held(String office, Instant start) {
    return desk.booking.hold(BookingOffice.wish(office, start)).appointment();
  }

  private List<Instant> free(String office) {
    return desk.finding.list(SlotQuery.in(office, HOUSING, "de", Channel.KIOSK, 4)).stream()
        .map(Slot::start)
        .toList();
  }

  private AppointmentStatus statusOf(AppointmentView appointment) {
    return desk.booking.look(appointment.code()).status();
  }

  @Nested
  class AHold {

    @ParameterizedTest
    @CsvSource({"KIOSK, KIOSK", "OUTSIDE, VISITOR", "STAFF, COUNSELLOR", "WAITLIST, SCHEDULE"})
    void isInTheHistoryWithItsActor(Channel channel, Actor actor) {
      desk.booking.hold(
          new BookingWish(
              new Slot.Id("hoerde", ELEVEN),
              HOUSING,
              "de",
              channel,
              Optional.empty(),
              Optional.empty(),
              Optional.empty()));

      assertThat(desk.appointments.listEvents())
          .singleElement()
          .satisfies(
              event -> {
                assertThat(event.action()).isEqualTo(AppointmentAction.HOLD);
                assertThat(event.actor()).isEqualTo(actor);
              });
    }

    @Test
    void keepsTheSlotForFiveMinutes() {
      AppointmentView held = held("hoerde", ELEVEN);

      assertThat(held.heldUntil()).contains(TEN.plus(Duration.ofMinutes(5)));
      assertThat(free("hoerde")).doesNotContain(ELEVEN);
    }

    @Test
    void expiresWhenItIsReadWithoutAnyJob() {
      AppointmentView held = held("hoerde", ELEVEN);
      desk.clock.passes(Duration.ofMinutes(5).minusMillis(1));
      assertThat(free("hoerde")).doesNotContain(ELEVEN);

      desk.clock.passes(Duration.ofMillis(1));

      assertThat(free("hoerde")).contains(ELEVEN);
      assertThat(statusOf(held)).isEqualTo(AppointmentStatus.LAPSED);
    }

    @Test
    void thatHasExpiredCannotBeConfirmedAndNamesOtherSlots() {
      AppointmentView held = held("hoerde", ELEVEN);
      desk.clock.passes(Duration.ofMinutes(6));

      Refusal refusal = refusalOf(() -> desk.booking.confirm(held.code(), Optional.empty()));

      assertThat(refusal.kind()).isEqualTo(Kind.CONFLICT);
      assertThat(refusal.facts()).containsEntry("reason", "holdOver");
      assertThat((List<?>) refusal.facts().get("alternatives")).hasSize(3);
    }

    @Test
    void isConfirmedOnceHoweverOftenItIsTapped() {
      AppointmentView held = held("hoerde", ELEVEN);

      AppointmentView first = desk.booking.confirm(held.code(), ADDRESS);
      AppointmentView again = desk.booking.confirm(held.code(), ADDRESS);

      assertThat(again).isEqualTo(first);
      assertThat(desk.events.names()).containsOnlyOnce("appointment.booked");
      desk.clock.passes(Duration.ofMinutes(30));
      assertThat(free("hoerde")).doesNotContain(ELEVEN);
    }

    @Test
    void isOneForOneRequestKey() {
      BookingWish wish = wish("hoerde", ELEVEN, "k", null, Optional.empty());

      BookingAppointments.Booked first = desk.booking.hold(wish);
      BookingAppointments.Booked again = desk.booking.hold(wish);

      assertThat(first.isNew()).isTrue();
      assertThat(again.isNew()).isFalse();
      assertThat(again.appointment()).isEqualTo(first.appointment());
      Refusal other =
          refusalOf(() -> desk.booking.hold(wish("hoerde", NOON, "k", null, Optional.empty())));
      assertThat(other.facts()).containsEntry("field", "Idempotency-Key");
    }

    @Test
    void isFoundByItsRequestKeyWithoutBeingAskedForAgain() {
      BookingWish wish = wish("hoerde", ELEVEN, "k", null, Optional.empty());
      assertThat(desk.booking.findEarlier(wish)).isEmpty();

      AppointmentView held = desk.booking.hold(wish).appointment();

      assertThat(desk.booking.findEarlier(wish))
          .contains(new BookingAppointments.Booked(held, false));
      assertThat(desk.booking.findEarlier(wish("hoerde", ELEVEN, null, null, Optional.empty())))
          .isEmpty();
      Refusal other =
          refusalOf(
              () -> desk.booking.findEarlier(wish("hoerde", NOON, "k", null, Optional.empty())));
      assertThat(other.key()).isEqualTo("request.otherBody");
    }

    @Test
    void thatIsGivenUpElsewhereIsOfferedToThoseWhoWaitThere() {
      desk.booking.hold(wish("eving", ELEVEN, null, "visit-1", Optional.empty()));
      BookingCode here = desk.waiting.join(WaitlistFixture.forHousing("hoerde")).entry().code();
      BookingCode there = desk.waiting.join(WaitlistFixture.forHousing("eving")).entry().code();

      desk.booking.hold(wish("hoerde", ELEVEN, null, "visit-1", Optional.empty()));

      assertThat(desk.waiting.look(there).offer().map(OfferView::start)).contains(ELEVEN);
      assertThat(desk.waiting.look(here).offer()).isEmpty();
    }

    @Test
    void givesUpWhatTheSameVisitHeldBeforeEvenElsewhere() {
      AppointmentView first =
          desk.booking.hold(wish("hoerde", ELEVEN, "1", "v", Optional.empty())).appointment();

      desk.booking.hold(wish("eving", NOON, "2", "v", Optional.empty()));

      assertThat(statusOf(first)).isEqualTo(AppointmentStatus.CANCELLED);
      assertThat(free("hoerde")).contains(ELEVEN);
      assertThat(free("eving")).doesNotContain(NOON);
      assertThat(desk.appointments.listEvents())
          .extracting(AppointmentEvent::action)
          .containsExactly(
              AppointmentAction.HOLD, AppointmentAction.CANCEL, AppointmentAction.HOLD);
      assertThat(desk.appointments.listClaims()).doesNotContain(first.id());
    }

    @Test
    void ofAPastUnknownOrClosedTimeIsRefused() {
      assertThat(refusalOf(() -> held("hoerde", TEN.minusSeconds(60))).key())
          .isEqualTo("slot.past");
      assertThat(refusalOf(() -> held("nowhere", ELEVEN)).facts()).containsEntry("field", "slot");
      assertThat(refusalOf(() -> held("hoerde", ELEVEN.plusSeconds(60))).key())
          .isEqualTo("slot.taken");
      assertThat(
              refusalOf(
                      () ->
                          desk.booking.hold(
                              new BookingWish(
                                  new Slot.Id("hoerde", ELEVEN),
                                  "taxes",
                                  "de",
                                  Channel.KIOSK,
                                  Optional.empty(),
                                  Optional.empty(),
                                  Optional.empty())))
                  .facts())
          .containsEntry("field", "topic");
    }
  }

  @Nested
  class TheLastBookableDay {

    private static final LocalDate LAST = LocalDate.of(2026, 12, 21);

    private List<LocalDate> freeDays() {
      return desk
          .finding
          .list(SlotQuery.in("hoerde", HOUSING, "de", Channel.KIOSK, SlotQuery.MOST))
          .stream()
          .map(slot -> slot.start().atZone(OfficeFixture.BERLIN).toLocalDate())
          .distinct()
          .toList();
    }

    @Test
    void isFoundAndIsTheLast() {
      assertThat(desk.finding.lastDay("hoerde")).isEqualTo(LAST);
      assertThat(freeDays()).last().isEqualTo(LAST);
    }

    @Test
    void canBeBookedAndTheDayAfterItCannot() {
      Instant onIt = LAST.atTime(11, 0).atZone(OfficeFixture.BERLIN).toInstant();

      assertThat(refusalOf(() -> held("hoerde", onIt.plus(Duration.ofDays(1)))).key())
          .isEqualTo("slot.tooFar");
      assertThat(held("hoerde", onIt).start()).isEqualTo(onIt);
    }
  }

  @Nested
  class NoVisitorHoards {

    @Test
    void oneOpenAppointmentForEveryAddress() {
      desk.booking.confirm(held("hoerde", ELEVEN).code(), ADDRESS);

      assertThat(
              refusalOf(() -> desk.booking.hold(wish("eving", ELEVEN, null, null, ADDRESS))).key())
          .isEqualTo("booking.oneOpen");
      AppointmentView second = held("eving", ELEVEN);
      assertThat(refusalOf(() -> desk.booking.confirm(second.code(), ADDRESS)).key())
          .isEqualTo("booking.oneOpen");
    }

    @Test
    void alsoIfItWasLeftWithTheHoldAlready() {
      AppointmentView first =
          desk.booking.hold(wish("hoerde", ELEVEN, null, null, ADDRESS)).appointment();
      AppointmentView second = held("eving", ELEVEN);

      assertThat(refusalOf(() -> desk.booking.confirm(second.code(), ADDRESS)).key())
          .isEqualTo("booking.oneOpen");
      assertThat(desk.booking.confirm(first.code(), Optional.empty()).hasContact()).isTrue();
    }

    @Test
    void anExpiredHoldDoesNotCountBeforeAnyJobHasRun() {
      desk.booking.hold(wish("hoerde", ELEVEN, null, null, ADDRESS));
      desk.clock.passes(Appointment.HELD_FOR);

      assertThat(desk.booking.confirm(held("eving", NOON).code(), ADDRESS).status())
          .isEqualTo(AppointmentStatus.BOOKED);
    }

    @Test
    void aHoldForAnOfferDoesNotCount() {
      Instant nextWeek = ELEVEN.plus(Duration.ofDays(7));
      AppointmentView freed = desk.booked("hoerde", nextWeek);
      AppointmentView own = desk.booking.confirm(held("eving", nextWeek).code(), ADDRESS);
      desk.waiting.join(WaitlistFixture.wish(Optional.empty(), ADDRESS, "hoerde"));
      desk.booking.cancel(freed.code(), Actor.VISITOR);
      assertThat(desk.waitlist.listOffers()).hasSize(1);

      desk.booking.cancel(own.code(), Actor.VISITOR);

      assertThat(desk.booking.confirm(held("eving", NOON).code(), ADDRESS).status())
          .isEqualTo(AppointmentStatus.BOOKED);
    }

    @Test
    void norIsAnOfferTakenBesidesOne() {
      Instant nextWeek = ELEVEN.plus(Duration.ofDays(7));
      AppointmentView freed = desk.booked("hoerde", nextWeek);
      BookingCode entry =
          desk.waiting
              .join(WaitlistFixture.wish(Optional.empty(), ADDRESS, "hoerde"))
              .entry()
              .code();
      desk.booking.cancel(freed.code(), Actor.VISITOR);
      String token = desk.waiting.look(entry).offer().orElseThrow().token();
      desk.booking.confirm(held("eving", nextWeek).code(), ADDRESS);

      assertThat(refusalOf(() -> desk.waiting.claim(token)).key()).isEqualTo("booking.oneOpen");
    }

    @Test
    void anOfferIsTakenOnceTheOtherIsCancelled() {
      Instant nextWeek = ELEVEN.plus(Duration.ofDays(7));
      AppointmentView freed = desk.booked("hoerde", nextWeek);
      AppointmentView own = desk.booking.confirm(held("eving", nextWeek).code(), ADDRESS);
      BookingCode entry =
          desk.waiting
              .join(WaitlistFixture.wish(Optional.empty(), ADDRESS, "hoerde"))
              .entry()
              .code();
      desk.booking.cancel(freed.code(), Actor.VISITOR);
      desk.booking.cancel(own.code(), Actor.VISITOR);

      String token = desk.waiting.look(entry).offer().orElseThrow().token();

      assertThat(desk.waiting.claim(token).status()).isEqualTo(AppointmentStatus.BOOKED);
    }

    @Test
    void theNextOneWhenTheFirstIsOverOrCancelled() {
      AppointmentView first = desk.booking.confirm(held("hoerde", ELEVEN).code(), ADDRESS);
      desk.booking.cancel(first.code(), Actor.VISITOR);

      AppointmentView second = desk.booking.confirm(held("hoerde", NOON).code(), ADDRESS);
      desk.clock.is(second.end());
      Instant nextWeek = ELEVEN.plus(Duration.ofDays(7));
      desk.booking.confirm(held("hoerde", nextWeek).code(), ADDRESS);
    }

    @Test
    void oneOpenAppointmentForEveryVisit() {
      AppointmentView first =
          desk.booking.hold(wish("hoerde", ELEVEN, "1", "v", Optional.empty())).appointment();
      desk.booking.confirm(first.code(), Optional.empty());

      assertThat(
              refusalOf(() -> desk.booking.hold(wish("eving", NOON, "2", "v", Optional.empty())))
                  .key())
          .isEqualTo("booking.oneOpen");
    }

    @Test
    void theUnconfirmedBookingsOfAnOfficeAreLimited() {
      hoerde.withBookingTerms(new BookingTerms(60, 28, 48, true, 2));
      held("hoerde", ELEVEN);
      held("hoerde", HALF_PAST);

      assertThat(refusalOf(() -> held("hoerde", NOON)).kind()).isEqualTo(Kind.TOO_OFTEN);
      held("eving", NOON);
      desk.clock.passes(Duration.ofMinutes(5));
      held("hoerde", NOON);
    }

    @Test
    void anOfficeCanRefuseBookingsFromOutside() {
      hoerde.withBookingTerms(new BookingTerms(60, 28, 48, false, 2));
      BookingWish outside =
          new BookingWish(
              new Slot.Id("hoerde", ELEVEN),
              HOUSING,
              "de",
              Channel.OUTSIDE,
              Optional.empty(),
              Optional.empty(),
              Optional.empty());

      assertThat(refusalOf(() -> desk.booking.hold(outside)).kind()).isEqualTo(Kind.NOT_ALLOWED);
      assertThat(
              desk.finding.list(
                  SlotQuery.in("hoerde", HOUSING, "de", Channel.OUTSIDE, 20).anywhere()))
          .extracting(Slot::office)
          .containsOnly("eving");
    }
  }

  @Nested
  class Moving {

    @Test
    void keepsTheCodeAndFreesThePlaceItLeaves() {
      AppointmentView booked = desk.booked("hoerde", ELEVEN);

      AppointmentView moved =
          desk.booking.move(booked.code(), new Slot.Id("hoerde", NOON), Channel.OUTSIDE);

      assertThat(moved.code()).isEqualTo(booked.code());
      assertThat(moved.moves()).isEqualTo(1);
      assertThat(free("hoerde")).contains(ELEVEN).doesNotContain(NOON);
    }

    @Test
    void toTheSameTimeChangesNothing() {
      AppointmentView booked = desk.booked("hoerde", ELEVEN);

      assertThat(desk.booking.move(booked.code(), new Slot.Id("hoerde", ELEVEN), Channel.OUTSIDE))
          .isEqualTo(booked);
    }

    @Test
    void toATimeThatOverlapsItsOwnIsPossible() {
      hoerde.withSlots(HOUSING, 2);
      AppointmentView booked = desk.booked("hoerde", ELEVEN);

      AppointmentView moved =
          desk.booking.move(booked.code(), new Slot.Id("hoerde", HALF_PAST), Channel.OUTSIDE);

      assertThat(moved.start()).isEqualTo(HALF_PAST);
      assertThat(desk.appointments.listClaims()).hasSize(12).containsOnly(booked.id());
    }

    @Test
    void fromOutsideIntoAnOfficeThatDoesNotAdmitItIsRefusedButWithinItPossible() {
      hoerde.withBookingTerms(new BookingTerms(60, 28, 48, false, 2));
      AppointmentView here = desk.booked("hoerde", ELEVEN);
      AppointmentView there = desk.booked("eving", ELEVEN);

      assertThat(
              refusalOf(
                      () ->
                          desk.booking.move(
                              there.code(), new Slot.Id("hoerde", NOON), Channel.OUTSIDE))
                  .kind())
          .isEqualTo(Kind.NOT_ALLOWED);
      assertThat(
              desk.booking.move(here.code(), new Slot.Id("hoerde", NOON), Channel.OUTSIDE).start())
          .isEqualTo(NOON);
    }

    @Test
    void toAnotherOfficeIsPublishedInBoth() {
      AppointmentView booked = desk.booked("hoerde", ELEVEN);
      long before = desk.lists.versionOf("hoerde");

      AppointmentView moved =
          desk.booking.move(booked.code(), new Slot.Id("eving", NOON), Channel.OUTSIDE);

      assertThat(moved.office()).isEqualTo("eving");
      assertThat(free("hoerde")).contains(ELEVEN);
      assertThat(free("eving")).doesNotContain(NOON);
      assertThat(desk.lists.versionOf("hoerde")).isGreaterThan(before);
      assertThat(desk.events.all())
          .filteredOn(e -> e.name().equals("appointment.moved"))
          .extracting(e -> e.office())
          .containsExactlyInAnyOrder("hoerde", "eving");
    }

    @Test
    void toATakenTimeIsRefusedAndTheOldOneStays() {
      AppointmentView booked = desk.booked("hoerde", ELEVEN);
      desk.booked("hoerde", NOON);

      Refusal refusal =
          refusalOf(
              () -> desk.booking.move(booked.code(), new Slot.Id("hoerde", NOON), Channel.OUTSIDE));

      assertThat((List<?>) refusal.facts().get("alternatives")).hasSize(3);
      assertThat(desk.booking.look(booked.code())).isEqualTo(booked);
    }

    @Test
    void isForConfirmedOnesOnly() {
      AppointmentView held = held("hoerde", ELEVEN);

      assertThat(
              refusalOf(
                      () ->
                          desk.booking.move(
                              held.code(), new Slot.Id("hoerde", NOON), Channel.OUTSIDE))
                  .facts())
          .containsEntry("state", "HELD");
    }
  }

  @Nested
  class Cancelling {

    @Test
    void freesTheSlotAtOnceAndTwiceIsOnce() {
      AppointmentView booked = desk.booked("hoerde", ELEVEN);

      desk.booking.cancel(booked.code(), Actor.VISITOR);
      desk.booking.cancel(booked.code(), Actor.VISITOR);

      assertThat(free("hoerde")).contains(ELEVEN);
      assertThat(desk.events.names()).containsOnlyOnce("appointment.cancelled");
    }

    @Test
    void alsoEndsTheWishForAnEarlierOne() {
      AppointmentView booked = desk.booked("hoerde", ELEVEN);
      BookingCode entry = waitingWith(booked);

      desk.booking.cancel(booked.code(), Actor.VISITOR);

      assertThat(desk.waiting.look(entry).state()).isEqualTo(WaitlistStatus.LEFT);
    }

    @Test
    void comingAlsoEndsTheWishForAnEarlierOne() {
      AppointmentView booked = desk.booked("hoerde", ELEVEN);
      BookingCode entry = waitingWith(booked);

      desk.checkingIn.checkIn("hoerde", booked.code(), false);

      assertThat(desk.waiting.look(entry).state()).isEqualTo(WaitlistStatus.LEFT);
    }

    private BookingCode waitingWith(AppointmentView booked) {
      return desk.waiting
          .join(WaitlistFixture.wish(Optional.of(booked.code()), Optional.empty(), "hoerde"))
          .entry()
          .code();
    }

    @Test
    void isTooLateOnceTheVisitorIsThere() {
      AppointmentView booked = desk.booked("hoerde", ELEVEN);
      desk.clock.is(ELEVEN);
      desk.checkingIn.checkIn("hoerde", booked.code(), false);

      assertThat(refusalOf(() -> desk.booking.cancel(booked.code(), Actor.VISITOR)).facts())
          .containsEntry("state", "CHECKED_IN");
    }

    @Test
    void byAnUnknownCodeIsRefused() {
      assertThat(
              refusalOf(() -> desk.booking.cancel(new BookingCode("ABCD2345"), Actor.VISITOR))
                  .kind())
          .isEqualTo(Kind.UNKNOWN);
    }

    @Test
    void cancellingTheHoldOfAnOfferEndsTheOffer() {
      Instant three = TEN.plus(Duration.ofHours(5));
      desk.with("hoerde", hours(DayOfWeek.MONDAY, 15, 16, 1));
      AppointmentView booked = desk.booked("hoerde", three);
      BookingCode entry = desk.waiting.join(WaitlistFixture.forHousing("hoerde")).entry().code();
      desk.booking.cancel(booked.code(), Actor.VISITOR);
      Appointment held =
          desk.appointments.list().stream()
              .filter(a -> a.status() == AppointmentStatus.HELD)
              .findFirst()
              .orElseThrow();

      desk.booking.cancel(held.code(), Actor.COUNSELLOR);

      assertThat(desk.waiting.look(entry).offer()).isEmpty();
      assertThat(desk.waiting.look(entry).state()).isEqualTo(WaitlistStatus.WAITING);
    }
  }

  @Test
  void aVisitorServedBeforeTheirTimeKeepsThePlace() {
    AppointmentView booked = desk.booked("hoerde", ELEVEN);
    desk.clock.is(TEN.plus(Duration.ofMinutes(5)));
    desk.checkingIn.checkIn("hoerde", booked.code(), false);
    desk.appointments
        .find(booked.id())
        .orElseThrow()
        .follow(TicketStatus.DONE, desk.clock.instant());

    // its claims still exist: every slot that the search returns can be booked
    for (Instant start : free("hoerde")) {
      desk.booked("hoerde", start);
    }
  }
}
