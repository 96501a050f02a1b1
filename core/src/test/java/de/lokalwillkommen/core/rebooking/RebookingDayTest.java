package de.lokalwillkommen.core.rebooking;

import static de.lokalwillkommen.core.booking.BookingOffice.hours;
import static de.lokalwillkommen.core.kernel.Refusals.refusalOf;
import static de.lokalwillkommen.core.offices.OfficeFixture.HOUSING;
import static org.assertj.core.api.Assertions.assertThat;

import de.lokalwillkommen.core.availability.ClosingEffect;
import de.lokalwillkommen.core.booking.AppointmentStatus;
import de.lokalwillkommen.core.booking.AppointmentView;
import de.lokalwillkommen.core.booking.BookingCode;
import de.lokalwillkommen.core.booking.BookingDesk;
import de.lokalwillkommen.core.booking.BookingWish;
import de.lokalwillkommen.core.booking.Channel;
import de.lokalwillkommen.core.booking.Contact;
import de.lokalwillkommen.core.booking.OfficeReason;
import de.lokalwillkommen.core.booking.Slot;
import de.lokalwillkommen.core.kernel.Changed;
import de.lokalwillkommen.core.kernel.Refusal.Kind;
import de.lokalwillkommen.core.letters.LetterKind;
import de.lokalwillkommen.core.letters.MailDraft;
import de.lokalwillkommen.core.offices.OfficeFixture;
import de.lokalwillkommen.core.rebooking.RebookingDay.Seen;
import de.lokalwillkommen.core.rebooking.WorkingList.Item;
import de.lokalwillkommen.core.staff.Role;
import de.lokalwillkommen.core.staff.SignedIn;
import de.lokalwillkommen.core.ticketing.Actor;
import de.lokalwillkommen.core.timetable.ClosedDays;
import de.lokalwillkommen.core.timetable.FewerDesks;
import de.lokalwillkommen.core.timetable.WeeklyHours;
import de.lokalwillkommen.core.waitlist.WaitlistFixture;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A day falls out for the whole office or for one of its desks. */
class RebookingDayTest {

  private static final LocalDate MONDAY = LocalDate.of(2026, 11, 30);
  private static final Instant EIGHT = Instant.parse("2026-11-30T07:00:00Z");
  private static final Instant NINE = EIGHT.plus(Duration.ofHours(1));
  private static final Duration HALF_HOUR = Duration.ofMinutes(30);
  private static final Duration WEEK = Duration.ofDays(7);

  private final BookingDesk desk =
      new BookingDesk(OfficeFixture.hoerde(), OfficeFixture.eving())
          .with("hoerde", hours(DayOfWeek.MONDAY, 8, 19, 2))
          .with("eving", hours(DayOfWeek.MONDAY, 8, 19, 2));
  private final SignedIn me = signedIn(Role.OFFICE_LEAD, "hoerde");

  private static SignedIn signedIn(Role role, String office) {
    return new SignedIn(1, "x", "X", Set.of(role), Optional.of(office), Optional.empty(), "csrf");
  }

  private List<AppointmentView> book(int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> desk.booked("hoerde", EIGHT.plus(HALF_HOUR.multipliedBy(i / 2))))
        .toList();
  }

  private static Seen seen(AppointmentView some) {
    return new Seen(some.code(), some.start());
  }

  private static Slot.Id proposed(Item item) {
    return item.proposal().orElseThrow().id();
  }

  private void close() {
    ClosedDays day = new ClosedDays(MONDAY, MONDAY, "Wasserschaden");
    Set<Long> all =
        desk.lists.listOn("hoerde", MONDAY).stream()
            .map(AppointmentView::id)
            .collect(Collectors.toSet());
    assertThat(desk.arranging.close(me, "hoerde", day, new ClosingEffect.Told(all, 0)).untold())
        .isEmpty();
  }

  @Test
  void all43OfAClosedDayMoveToWhatIsProposed() {
    List<AppointmentView> booked = book(43);
    close();

    WorkingList list = desk.rebooking.look(me, MONDAY);

    assertThat(list.closed()).isTrue();
    assertThat(list.items()).hasSize(43).noneMatch(Item::hasDesk);
    for (Item item : list.items()) {
      AppointmentView moved =
          desk.rebooking.move(me, seen(item.appointment()), proposed(item), OfficeReason.CLOSED);
      assertThat(moved.start()).isAfter(EIGHT.plus(WEEK.minusSeconds(1)));
      assertThat(moved.officeReason()).contains(OfficeReason.CLOSED);
    }
    assertThat(desk.rebooking.look(me, MONDAY).items()).isEmpty();
    assertThat(booked)
        .allSatisfy(a -> assertThat(desk.booking.look(a.code()).moves()).isEqualTo(1));
    assertThat(desk.appointments.listClaims()).hasSize(43 * 6);
  }

  @Test
  void theProposalsAreTheEarliestAndCanAllBeTaken() {
    book(3);
    desk.booked("hoerde", EIGHT.plus(WEEK));

    assertThat(desk.rebooking.look(me, MONDAY).items())
        .extracting(item -> item.proposal().orElseThrow().start())
        .containsExactly(
            EIGHT.plus(WEEK), EIGHT.plus(WEEK).plus(HALF_HOUR), EIGHT.plus(WEEK).plus(HALF_HOUR));
  }

  @Test
  void aProposalKeepsTopicAndLanguageAndIsMissingIfThereIsNoTime() {
    BookingDesk small =
        new BookingDesk(OfficeFixture.hoerde()).with("hoerde", onlyOn(MONDAY, "de"));
    small.booked("hoerde", EIGHT);

    assertThat(small.rebooking.look(me, MONDAY).items())
        .singleElement()
        .satisfies(item -> assertThat(item.proposal()).isEmpty());
    small.with("hoerde", onlyOn(MONDAY.plusDays(1), "ar"));
    assertThat(small.rebooking.look(me, MONDAY).items().get(0).proposal()).isEmpty();
    small.with("hoerde", onlyOn(MONDAY.plusDays(2), "de"));
    assertThat(small.rebooking.look(me, MONDAY).items().get(0).proposal())
        .map(Slot::start)
        .contains(EIGHT.plus(Duration.ofDays(2)));
  }

  private static WeeklyHours onlyOn(LocalDate day, String language) {
    return new WeeklyHours(
        day.getDayOfWeek(),
        480,
        540,
        1,
        day,
        day,
        Optional.of(day),
        30,
        1,
        0,
        0,
        Set.of(),
        Set.of(language));
  }

  @Test
  void withOneDeskFewerTheLastBookedIsWithoutADesk() {
    List<AppointmentView> booked = book(3);
    Set<Long> told = Set.of(booked.get(1).id());
    FewerDesks ill = new FewerDesks(MONDAY, 0, 24 * 60, 1, "krank");
    assertThat(desk.arranging.except(me, "hoerde", ill, told)).isEmpty();

    assertThat(desk.rebooking.look(me, MONDAY).items())
        .filteredOn(item -> !item.hasDesk())
        .extracting(item -> item.appointment().code())
        .containsExactly(booked.get(1).code());
  }

  @Test
  void placesThatAreGoneAreNotOffered() {
    List<AppointmentView> booked = book(2);
    BookingCode waiting = join();

    desk.rebooking.cancel(me, seen(booked.get(0)), OfficeReason.STAFF);
    Slot.Id next = new Slot.Id("hoerde", EIGHT.plus(WEEK));
    desk.rebooking.move(me, seen(booked.get(1)), next, OfficeReason.STAFF);

    assertThat(desk.waiting.look(waiting).offer()).isEmpty();
    assertThat(desk.letters.kinds()).doesNotContain(LetterKind.OFFER);
  }

  @Test
  void aPlaceOfAClosedDayIsNotOfferedWhoeverLeavesIt() {
    AppointmentView first = book(1).get(0);
    BookingCode waiting = join();
    close();

    desk.booking.cancel(first.code(), Actor.VISITOR);

    assertThat(desk.waiting.look(waiting).offer()).isEmpty();
  }

  @Test
  void aPlaceAtADeskThatIsGoneIsNotOffered() {
    List<AppointmentView> booked = book(2);
    BookingCode waiting = join();
    Set<Long> told = booked.stream().map(AppointmentView::id).collect(Collectors.toSet());
    desk.arranging.except(me, "hoerde", new FewerDesks(MONDAY, 0, 24 * 60, 1, ""), told);

    desk.booking.cancel(booked.get(1).code(), Actor.VISITOR);

    assertThat(desk.waiting.look(waiting).offer()).isEmpty();
    desk.booking.cancel(booked.get(0).code(), Actor.VISITOR);
    assertThat(desk.waiting.look(waiting).offer()).as("the desk that is left").isPresent();
  }

  private BookingCode join() {
    return desk.waiting.join(WaitlistFixture.forHousing("hoerde")).entry().code();
  }

  @Test
  void holdsAndOffersOfADayThatFallsOutEnd() {
    AppointmentView given = book(1).get(0);
    BookingCode waiting = join();
    desk.booking.cancel(given.code(), Actor.VISITOR);
    assertThat(desk.waiting.look(waiting).offer()).isPresent();
    AppointmentView stays = desk.booked("hoerde", NINE);

    desk.rebooking.releaseHolds(me, MONDAY);

    assertThat(desk.waiting.look(waiting).offer()).isEmpty();
    assertThat(desk.booking.look(stays.code()).status()).isEqualTo(AppointmentStatus.BOOKED);
  }

  @Test
  void whatTheVisitorHasChangedMeanwhileStays() {
    List<AppointmentView> booked = book(3);
    Slot.Id own = new Slot.Id("hoerde", NINE.plus(WEEK));
    desk.booking.move(booked.get(0).code(), own, Channel.OUTSIDE);
    desk.booking.cancel(booked.get(1).code(), Actor.VISITOR);

    for (int i = 0; i < 2; i++) {
      Seen seen = seen(booked.get(i));
      Slot.Id next = new Slot.Id("hoerde", EIGHT.plus(WEEK));
      assertThat(refusalOf(() -> desk.rebooking.move(me, seen, next, OfficeReason.STAFF)).key())
          .isEqualTo("rebooking.changedMeanwhile");
    }
    assertThat(
            refusalOf(() -> desk.rebooking.cancel(me, seen(booked.get(0)), OfficeReason.STAFF))
                .key())
        .isEqualTo("rebooking.changedMeanwhile");
    assertThat(desk.booking.look(booked.get(0).code()).start()).isEqualTo(own.start());
  }

  @Test
  void aSlotTakenMeanwhileLeavesTheAppointmentOnTheList() {
    List<AppointmentView> booked = book(1);
    Slot.Id next = new Slot.Id("hoerde", EIGHT.plus(WEEK));
    Stream.of(1, 2).forEach(i -> desk.booked("hoerde", next.start()));

    assertThat(
            refusalOf(() -> desk.rebooking.move(me, seen(booked.get(0)), next, OfficeReason.CLOSED))
                .key())
        .isEqualTo("slot.taken");
    assertThat(desk.rebooking.look(me, MONDAY).items())
        .singleElement()
        .satisfies(
            item -> assertThat(proposed(item).start()).isEqualTo(next.start().plus(HALF_HOUR)));
  }

  @Test
  void repeatingChangesNothing() {
    List<AppointmentView> booked = book(2);
    Slot.Id next = new Slot.Id("hoerde", EIGHT.plus(WEEK));
    for (int time = 0; time < 2; time++) {
      desk.rebooking.move(me, seen(booked.get(0)), next, OfficeReason.CLOSED);
      desk.rebooking.cancel(me, seen(booked.get(1)), OfficeReason.CLOSED);
    }

    assertThat(desk.booking.look(booked.get(0).code()).moves()).isEqualTo(1);
    assertThat(desk.events.published(Changed.class))
        .filteredOn(c -> c.kind().equals("appointment"))
        .extracting(Changed::action)
        .containsExactly("MOVE", "CANCEL");
  }

  @Test
  void theLetterSaysWhyAndAMoveByTheVisitorDoesNot() {
    AppointmentView booked = desk.booked(wish(Optional.of(new Contact("a@example.org"))));
    desk.posting.takeDue(10);
    Slot.Id next = new Slot.Id("hoerde", EIGHT.plus(WEEK));
    desk.rebooking.move(me, seen(booked), next, OfficeReason.STAFF);

    assertThat(desk.posting.takeDue(10))
        .filteredOn(draft -> draft.kind() == LetterKind.MOVED)
        .singleElement()
        .satisfies(
            (MailDraft draft) ->
                assertThat(draft.appointment().officeReason()).contains(OfficeReason.STAFF));
    desk.booking.move(booked.code(), new Slot.Id("hoerde", NINE.plus(WEEK)), Channel.OUTSIDE);
    assertThat(desk.booking.look(booked.code()).officeReason()).isEmpty();
  }

  private static BookingWish wish(Optional<Contact> contact) {
    return new BookingWish(
        new Slot.Id("hoerde", EIGHT),
        HOUSING,
        "de",
        Channel.STAFF,
        contact,
        Optional.empty(),
        Optional.empty());
  }

  @Test
  void theHistoryNamesTheAppointmentWithoutItsCodeAndWhoItIsFor() {
    AppointmentView booked = book(1).get(0);
    Slot.Id next = new Slot.Id("hoerde", EIGHT.plus(WEEK));
    desk.rebooking.move(me, seen(booked), next, OfficeReason.STAFF);

    assertThat(desk.events.published(Changed.class))
        .singleElement()
        .satisfies(
            c -> {
              assertThat(c.author().pseudonym()).isNotBlank();
              assertThat(c.key()).isEqualTo("" + booked.id());
              assertThat(c.before()).contains("2026-11-30T08:00").doesNotContain(HOUSING);
              assertThat(c.after()).contains("2026-12-07T08:00", "STAFF");
              assertThat(c.before() + c.after()).doesNotContain(booked.code().value());
            });
  }

  @Test
  void nobodyTouchesAnotherOfficeAndAnAuditorNothing() {
    AppointmentView elsewhere = desk.booked("eving", EIGHT);
    AppointmentView here = book(1).get(0);
    Slot.Id next = new Slot.Id("hoerde", EIGHT.plus(WEEK));
    SignedIn auditor = signedIn(Role.AUDITOR, "hoerde");

    assertThat(
            Stream.<Runnable>of(
                    () -> desk.rebooking.move(me, seen(elsewhere), next, OfficeReason.STAFF),
                    () -> desk.rebooking.cancel(me, seen(elsewhere), OfficeReason.STAFF),
                    () -> desk.rebooking.move(auditor, seen(here), next, OfficeReason.STAFF),
                    () -> desk.rebooking.cancel(auditor, seen(here), OfficeReason.STAFF),
                    () -> desk.rebooking.releaseHolds(auditor, MONDAY),
                    () -> desk.rebooking.look(auditor, MONDAY))
                .map(asked -> refusalOf(asked::run).kind()))
        .containsOnly(Kind.UNKNOWN);
  }

  @Test
  void aDayThatIsOverHasNoWorkingList() {
    book(2);
    desk.clock.is(EIGHT.plus(Duration.ofMinutes(31)));

    assertThat(desk.rebooking.look(me, MONDAY).items()).isEmpty();
  }
}
