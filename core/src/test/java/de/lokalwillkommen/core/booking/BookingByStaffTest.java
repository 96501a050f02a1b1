package de.lokalwillkommen.core.booking;

import static de.lokalwillkommen.core.booking.BookingOffice.hours;
import static de.lokalwillkommen.core.kernel.Refusals.refusalOf;
import static de.lokalwillkommen.core.offices.OfficeFixture.HOUSING;
import static de.lokalwillkommen.core.ticketing.TicketFixture.TEN;
import static org.assertj.core.api.Assertions.assertThat;

import de.lokalwillkommen.core.kernel.Changed;
import de.lokalwillkommen.core.kernel.Refusal.Kind;
import de.lokalwillkommen.core.letters.LetterKind;
import de.lokalwillkommen.core.offices.OfficeFixture;
import de.lokalwillkommen.core.staff.Role;
import de.lokalwillkommen.core.staff.SignedIn;
import de.lokalwillkommen.core.ticketing.Actor;
import de.lokalwillkommen.core.timetable.WeeklyHours;
import de.lokalwillkommen.core.waitlist.WaitlistFixture;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class BookingByStaffTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
  private static final Instant ELEVEN = TEN.plus(Duration.ofHours(1));
  private static final Optional<Contact> ADDRESS = Optional.of(new Contact("a@example.org"));

  private final BookingDesk desk =
      new BookingDesk(OfficeFixture.hoerde(), OfficeFixture.eving())
          .with("hoerde", hours(DayOfWeek.MONDAY, 11, 13, 2))
          .with("eving", hours(DayOfWeek.MONDAY, 11, 13, 1));
  private final SignedIn me =
      new SignedIn(
          1, "x", "X", Set.of(Role.COUNSELLOR), Optional.of("hoerde"), Optional.empty(), "csrf");

  private AppointmentView book(String office, Instant start) {
    return desk.byStaff.book(me, new Slot.Id(office, start), HOUSING, "de", ADDRESS);
  }

  @Test
  void aBookingIsConfirmedAtOnceAndMayBeOneOfSeveral() {
    AppointmentView first = book("hoerde", ELEVEN);
    AppointmentView second = book("hoerde", ELEVEN.plus(Duration.ofMinutes(30)));

    assertThat(first.status()).isEqualTo(AppointmentStatus.BOOKED);
    assertThat(second.status()).isEqualTo(AppointmentStatus.BOOKED);
    assertThat(desk.lists.listOn("hoerde", TODAY)).hasSize(2);
  }

  @Test
  void theSlotsAreThoseOfTheOwnOfficeWithTheDesksKeptForStaff() {
    Instant tomorrow = ELEVEN.plus(Duration.ofDays(1));
    desk.with("hoerde", onlyForStaff(DayOfWeek.TUESDAY))
        .with("eving", onlyForStaff(DayOfWeek.TUESDAY));
    SlotQuery query = SlotQuery.in("eving", HOUSING, "de", Channel.KIOSK, 1);
    SlotQuery fromTomorrow =
        new SlotQuery(
            query.office(),
            HOUSING,
            "de",
            Channel.KIOSK,
            Optional.of(tomorrow),
            Optional.empty(),
            1);

    assertThat(desk.byStaff.listSlots(me, query))
        .extracting(Slot::id)
        .containsExactly(new Slot.Id("hoerde", ELEVEN));
    assertThat(desk.byStaff.listSlots(me, fromTomorrow))
        .extracting(Slot::id)
        .containsExactly(new Slot.Id("hoerde", tomorrow));
    assertThat(desk.finding.list(fromTomorrow))
        .extracting(Slot::start)
        .containsExactly(ELEVEN.plus(Duration.ofDays(7)));
  }

  private static WeeklyHours onlyForStaff(DayOfWeek day) {
    return new WeeklyHours(
        day,
        660,
        720,
        1,
        BookingOffice.LONG_AGO,
        BookingOffice.LONG_AGO,
        Optional.empty(),
        30,
        1,
        1,
        0,
        Set.of(),
        Set.of());
  }

  @Test
  void noCounsellorChangesTheAppointmentsOfAnotherOffice() {
    AppointmentView elsewhere = desk.booked("eving", ELEVEN);
    Slot.Id there = new Slot.Id("eving", ELEVEN.plus(Duration.ofHours(1)));

    assertThat(refusalOf(() -> book("eving", there.start())).kind()).isEqualTo(Kind.UNKNOWN);
    assertThat(refusalOf(() -> desk.byStaff.move(me, elsewhere.code(), there)).kind())
        .isEqualTo(Kind.UNKNOWN);
    assertThat(refusalOf(() -> desk.byStaff.cancel(me, elsewhere.code())).kind())
        .isEqualTo(Kind.UNKNOWN);
    assertThat(refusalOf(() -> desk.byStaff.checkIn(me, elsewhere.code())).kind())
        .isEqualTo(Kind.UNKNOWN);
    assertThat(desk.booking.look(elsewhere.code())).isEqualTo(elsewhere);
  }

  @Test
  void aCancelledDayIsCancelledAtOnceForAllVisitorsStillExpected() {
    AppointmentView there = book("hoerde", ELEVEN);
    AppointmentView first = book("hoerde", ELEVEN.plus(Duration.ofMinutes(30)));
    desk.byStaff.checkIn(me, there.code());
    AppointmentView elsewhere = desk.booked("eving", ELEVEN);

    assertThat(desk.byStaff.cancelAll(me, TODAY)).isEqualTo(1);

    assertThat(desk.booking.look(first.code()).status()).isEqualTo(AppointmentStatus.CANCELLED);
    assertThat(desk.booking.look(there.code()).status()).isEqualTo(AppointmentStatus.CHECKED_IN);
    assertThat(desk.booking.look(elsewhere.code())).isEqualTo(elsewhere);
    assertThat(desk.byStaff.cancelAll(me, TODAY)).isZero();
  }

  @Test
  void aRoleThatOnlyReadsCancelsNoDay() {
    AppointmentView booked = book("hoerde", ELEVEN);
    SignedIn auditor =
        new SignedIn(
            2, "y", "Y", Set.of(Role.AUDITOR), Optional.of("hoerde"), Optional.empty(), "csrf");

    assertThat(refusalOf(() -> desk.byStaff.cancelAll(auditor, TODAY)).kind())
        .isEqualTo(Kind.UNKNOWN);
    assertThat(desk.booking.look(booked.code()).status()).isEqualTo(AppointmentStatus.BOOKED);
  }

  @Test
  void placesFreedByACancelledDayAreNotOffered() {
    AppointmentView early = book("hoerde", ELEVEN);
    AppointmentView late = book("hoerde", ELEVEN.plus(Duration.ofMinutes(90)));
    BookingCode sameDay = joinInsteadOf(Optional.of(late.code()));
    BookingCode anyDay = joinInsteadOf(Optional.empty());

    assertThat(desk.byStaff.cancelAll(me, TODAY)).isEqualTo(2);

    assertThat(desk.waiting.look(sameDay).offer()).isEmpty();
    assertThat(desk.waiting.look(anyDay).offer()).isEmpty();
    assertThat(desk.booking.look(early.code()).status()).isEqualTo(AppointmentStatus.CANCELLED);
    assertThat(desk.letters.kinds()).doesNotContain(LetterKind.OFFER);
  }

  @Test
  void holdsAndOffersOnACancelledDayCanNoLongerBeTaken() {
    AppointmentView given = book("hoerde", ELEVEN);
    BookingCode waiting = joinInsteadOf(Optional.empty());
    desk.byStaff.cancel(me, given.code());
    String offer = desk.waiting.look(waiting).offer().orElseThrow().token();
    Instant noon = ELEVEN.plus(Duration.ofHours(1));
    BookingCode held = desk.booking.hold(BookingOffice.wish("hoerde", noon)).appointment().code();

    assertThat(desk.byStaff.cancelAll(me, TODAY)).isZero();

    assertThat(refusalOf(() -> desk.waiting.claim(offer)).kind()).isEqualTo(Kind.GONE);
    assertThat(refusalOf(() -> desk.booking.confirm(held, Optional.empty())).kind())
        .isEqualTo(Kind.CONFLICT);
    assertThat(desk.waiting.look(waiting).offer()).isEmpty();
  }

  private BookingCode joinInsteadOf(Optional<BookingCode> own) {
    return desk.waiting.join(WaitlistFixture.wish(own, Optional.empty(), "hoerde")).entry().code();
  }

  @Test
  void anAppointmentOfTheOfficeMayGoToAnother() {
    AppointmentView booked = book("hoerde", ELEVEN);

    assertThat(desk.byStaff.move(me, booked.code(), new Slot.Id("eving", ELEVEN)).office())
        .isEqualTo("eving");
    assertThat(desk.lists.listOn("hoerde", TODAY)).isEmpty();
  }

  @Test
  void anAppointmentOfAnotherOfficeIsFoundByItsCodeAndMayComeHere() {
    AppointmentView elsewhere = desk.booked("eving", ELEVEN);
    SignedIn auditor =
        new SignedIn(
            2, "y", "Y", Set.of(Role.AUDITOR), Optional.of("hoerde"), Optional.empty(), "csrf");

    assertThat(desk.byStaff.find(me, elsewhere.code())).contains(elsewhere);
    assertThat(desk.byStaff.find(auditor, elsewhere.code())).isEmpty();
    assertThat(
            desk.byStaff.find(
                me, desk.booking.hold(BookingOffice.wish("hoerde", ELEVEN)).appointment().code()))
        .as("only held")
        .isEmpty();
    assertThat(desk.byStaff.move(me, elsewhere.code(), new Slot.Id("hoerde", ELEVEN)).office())
        .isEqualTo("hoerde");
    assertThat(desk.events.published(Changed.class))
        .as("told in both offices")
        .extracting(Changed::office)
        .containsExactly("eving", "hoerde");
  }

  @Test
  void theHistorySaysWhatStaffDidOnceAndWithoutTheAddress() {
    AppointmentView booked = book("hoerde", ELEVEN);
    Slot.Id later = new Slot.Id("hoerde", ELEVEN.plus(Duration.ofMinutes(30)));
    for (int time = 0; time < 2; time++) {
      desk.byStaff.move(me, booked.code(), later);
    }
    for (int time = 0; time < 2; time++) {
      desk.byStaff.cancel(me, booked.code());
    }
    book("hoerde", ELEVEN);
    desk.byStaff.cancelAll(me, TODAY);
    desk.byStaff.cancelAll(me, TODAY);

    assertThat(desk.events.published(Changed.class))
        .extracting(Changed::action)
        .containsExactly("BOOK", "MOVE", "CANCEL", "BOOK", "CANCEL_DAY");
    assertThat(desk.events.published(Changed.class).toString())
        .doesNotContain("example.org", booked.code().value());
  }

  @Test
  void aVisitorAtTheCounterIsCheckedInHoweverLate() {
    AppointmentView booked = book("hoerde", ELEVEN);
    desk.clock.is(ELEVEN.plus(Duration.ofMinutes(50)));

    assertThat(desk.byStaff.checkIn(me, booked.code()).ticket().number()).isEqualTo("T001");
  }

  @Test
  void theDayListHasConfirmedAppointmentsOnly() {
    AppointmentView cancelled = book("hoerde", ELEVEN);
    desk.byStaff.cancel(me, cancelled.code());
    desk.booking.hold(BookingOffice.wish("hoerde", ELEVEN));
    AppointmentView given = desk.booking.hold(BookingOffice.wish("hoerde", ELEVEN)).appointment();
    desk.booking.cancel(given.code(), Actor.VISITOR);

    assertThat(desk.lists.listOn("hoerde", TODAY))
        .extracting(AppointmentView::code)
        .containsExactly(cancelled.code());
  }

  @Test
  void dueAreThoseOfTheNextHourAndTheLateOnes() {
    AppointmentView eleven = book("hoerde", ELEVEN);
    AppointmentView noon = book("hoerde", ELEVEN.plus(Duration.ofHours(1)));

    desk.clock.is(ELEVEN.minus(Duration.ofMinutes(59)));
    assertThat(desk.lists.listDue("hoerde"))
        .extracting(AppointmentView::code)
        .containsExactly(eleven.code());
    desk.clock.is(ELEVEN.plus(Duration.ofMinutes(40)));
    assertThat(desk.lists.listDue("hoerde"))
        .extracting(AppointmentView::code)
        .containsExactly(eleven.code(), noon.code());
    desk.clock.is(ELEVEN.plus(Duration.ofMinutes(50)));
    desk.checkingIn.checkIn("hoerde", noon.code(), false);

    assertThat(desk.lists.listDue("hoerde")).isEmpty();
  }
}
