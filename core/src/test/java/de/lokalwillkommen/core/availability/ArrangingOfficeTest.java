package de.lokalwillkommen.core.availability;

import static de.lokalwillkommen.core.booking.BookingOffice.hours;
import static de.lokalwillkommen.core.kernel.Refusals.refusalOf;
import static de.lokalwillkommen.core.ticketing.TicketFixture.TEN;
import static org.assertj.core.api.Assertions.assertThat;

import de.lokalwillkommen.core.availability.ArrangingAvailability.Closing;
import de.lokalwillkommen.core.booking.AppointmentView;
import de.lokalwillkommen.core.booking.BookingDesk;
import de.lokalwillkommen.core.booking.BookingOffice;
import de.lokalwillkommen.core.booking.Channel;
import de.lokalwillkommen.core.booking.Slot;
import de.lokalwillkommen.core.booking.SlotQuery;
import de.lokalwillkommen.core.kernel.Refusal.Kind;
import de.lokalwillkommen.core.offices.Closure;
import de.lokalwillkommen.core.offices.Office;
import de.lokalwillkommen.core.offices.OfficeFixture;
import de.lokalwillkommen.core.staff.Role;
import de.lokalwillkommen.core.staff.SignedIn;
import de.lokalwillkommen.core.ticketing.IssuingTickets;
import de.lokalwillkommen.core.ticketing.TicketFixture;
import de.lokalwillkommen.core.timetable.ClosedDays;
import de.lokalwillkommen.core.timetable.OfficeTerms;
import de.lokalwillkommen.core.timetable.WeeklyHours;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Closes an office for some days, and changes the terms on which it books. */
class ArrangingOfficeTest {

  private static final LocalDate MONDAY = LocalDate.of(2026, 11, 30);
  private static final Instant ELEVEN = TEN.plus(Duration.ofDays(7)).plus(Duration.ofHours(1));
  private static final Instant A_WEEK_LATER = ELEVEN.plus(Duration.ofDays(7));
  private static final ClosedDays CLOSED = new ClosedDays(MONDAY.minusDays(3), MONDAY, "Umzug");

  private final Office hoerde = OfficeFixture.hoerde();
  private final BookingDesk desk = new BookingDesk(hoerde, OfficeFixture.eving());
  private final SignedIn lead = signedIn(Role.OFFICE_LEAD, "hoerde");

  @BeforeEach
  void anHourOnMondays() {
    desk.with("hoerde", hours(DayOfWeek.MONDAY, 11, 12, 1));
  }

  private static SignedIn signedIn(Role role, String office) {
    return new SignedIn(7, "x", "X", Set.of(role), Optional.of(office), Optional.empty(), "csrf");
  }

  private static OfficeTerms terms(int lateShareHours, Map<String, Integer> slots) {
    return new OfficeTerms(60, 28, lateShareHours, true, Optional.of(20), slots);
  }

  private List<Slot> free(String topic) {
    return desk.finding.list(SlotQuery.in("hoerde", topic, "de", Channel.KIOSK, 500));
  }

  private List<Instant> starts() {
    return free(OfficeFixture.HOUSING).stream().map(Slot::start).toList();
  }

  @ParameterizedTest
  @EnumSource
  void onlyTheLeadOfTheOfficeAndAdministratorsArrange(Role role) {
    SignedIn elsewhere = signedIn(role, "eving");
    if (role == Role.ADMIN) {
      desk.arranging.close(elsewhere, "hoerde", CLOSED, ClosingEffect.Told.NOTHING);
      assertThat(starts()).doesNotContain(ELEVEN);
      return;
    }
    assertRefused(
        () -> desk.arranging.close(elsewhere, "hoerde", CLOSED, ClosingEffect.Told.NOTHING));
    assertRefused(() -> desk.arranging.reopen(elsewhere, "hoerde", 1));
    assertRefused(() -> desk.arranging.bookOn(elsewhere, "hoerde", terms(0, Map.of())));
    if (role != Role.OFFICE_LEAD) {
      SignedIn here = signedIn(role, "hoerde");
      assertRefused(() -> desk.arranging.close(here, "hoerde", CLOSED, ClosingEffect.Told.NOTHING));
      assertRefused(() -> desk.arranging.bookOn(here, "hoerde", terms(0, Map.of())));
    }
  }

  private static void assertRefused(Runnable action) {
    assertThat(refusalOf(action::run).kind()).isEqualTo(Kind.NOT_ALLOWED);
  }

  @Test
  void aClosedDayHasNoSlotsUntilItIsOpenedAgain() {
    assertThat(starts()).contains(ELEVEN, A_WEEK_LATER);

    desk.arranging.close(lead, "hoerde", CLOSED, ClosingEffect.Told.NOTHING);
    assertThat(starts()).doesNotContain(ELEVEN).contains(A_WEEK_LATER);
    long closure = hoerde.closures().get(0).id();
    desk.arranging.reopen(lead, "hoerde", closure);

    assertThat(starts()).contains(ELEVEN);
    assertThat(refusalOf(() -> desk.arranging.reopen(lead, "hoerde", closure)).kind())
        .isEqualTo(Kind.UNKNOWN);
    assertThat(desk.events.names())
        .containsExactly(
            "arrangement.changed", "office.arranged", "arrangement.changed", "office.arranged");
  }

  @Test
  void theSameClosureAgainIsTheOneThatIsThere() {
    Closing first = desk.arranging.close(lead, "hoerde", CLOSED, ClosingEffect.Told.NOTHING);

    Closing again = desk.arranging.close(lead, "hoerde", CLOSED, ClosingEffect.Told.NOTHING);

    assertThat(again).isEqualTo(new Closing(Optional.empty(), first.closure(), false));
    assertThat(first.isNew()).isTrue();
    assertThat(hoerde.closures()).hasSize(1);
    assertThat(desk.events.names()).containsExactly("arrangement.changed", "office.arranged");
  }

  @Test
  void anAppointmentOnAClosedDayIsListedBeforeAndStaysBooked() {
    AppointmentView booked = desk.booked("hoerde", ELEVEN);
    desk.booked("hoerde", A_WEEK_LATER);

    assertThat(closing(CLOSED, ClosingEffect.Told.NOTHING))
        .contains(new ClosingEffect(0, List.of(booked)));
    assertThat(hoerde.closures()).isEmpty();
    desk.arranging.close(lead, "hoerde", CLOSED, new ClosingEffect.Told(Set.of(booked.id()), 0));
    assertThat(hoerde.closures()).hasSize(1);

    assertThat(desk.booking.look(booked.code())).isEqualTo(booked);
  }

  @Test
  void thoseWhoWaitAndTodaysAppointmentsAreShownBeforeTheDayIsClosed() {
    desk.with("hoerde", hours(DayOfWeek.MONDAY, 10, 15, 2));
    LocalDate today = MONDAY.minusDays(7);
    ClosedDays closed = new ClosedDays(today.minusDays(1), today.plusDays(1), "Wasser");
    AppointmentView booked = desk.booked("hoerde", TEN.plus(Duration.ofHours(2)));
    waiting();

    ClosingEffect effect = closing(closed, ClosingEffect.Told.NOTHING).orElseThrow();
    assertThat(effect.waiting()).isEqualTo(1);
    assertThat(effect.booked()).extracting(AppointmentView::id).containsExactly(booked.id());
    assertThat(hoerde.closures()).isEmpty();

    waiting();
    ClosingEffect.Told told = new ClosingEffect.Told(Set.of(booked.id()), 1);
    assertThat(closing(closed, told)).as("one more").map(ClosingEffect::waiting).contains(2);
    assertThat(closing(closed, new ClosingEffect.Told(Set.of(booked.id()), 2))).isEmpty();
    assertThat(hoerde.closures()).hasSize(1);
    assertThat(closing(closed, ClosingEffect.Told.NOTHING)).as("it is closed already").isEmpty();
  }

  @Test
  void daysAheadAffectNobodyWhoWaitsToday() {
    waiting();

    assertThat(closing(CLOSED, ClosingEffect.Told.NOTHING)).isEmpty();
  }

  private void waiting() {
    new IssuingTickets(
            OfficeFixture.offices(hoerde, OfficeFixture.eving()),
            desk.tickets,
            desk.line,
            desk.clock)
        .walkIn("hoerde", TicketFixture.request(OfficeFixture.HOUSING, "de", null));
  }

  private Optional<ClosingEffect> closing(ClosedDays days, ClosingEffect.Told told) {
    return desk.arranging.close(lead, "hoerde", days, told).untold();
  }

  @Test
  void aChangedLateShareHoldsAtOnce() {
    WeeklyHours late =
        new WeeklyHours(
            DayOfWeek.TUESDAY,
            660,
            690,
            1,
            BookingOffice.LONG_AGO,
            BookingOffice.LONG_AGO,
            Optional.empty(),
            30,
            1,
            0,
            1,
            Set.of(),
            Set.of());
    desk.with("hoerde", late);
    Instant tomorrow = TEN.plus(Duration.ofHours(25));
    assertThat(starts()).contains(tomorrow);

    desk.arranging.bookOn(lead, "hoerde", terms(0, Map.of()));
    assertThat(starts()).doesNotContain(tomorrow);
    desk.arranging.bookOn(lead, "hoerde", terms(240, Map.of()));

    assertThat(starts()).contains(tomorrow, tomorrow.plus(Duration.ofDays(7)));
  }

  @Test
  void aTopicTakesTheSlotsThatAreArrangedElseThoseOfItsUsualDuration() {
    assertThat(lengths()).containsOnly(Duration.ofMinutes(30));

    desk.arranging.bookOn(lead, "hoerde", terms(48, Map.of(OfficeFixture.HOUSING, 2)));
    assertThat(lengths()).containsOnly(Duration.ofMinutes(60));
    assertThat(free(OfficeFixture.LETTERS))
        .allSatisfy(s -> assertThat(s.end()).isEqualTo(s.start().plusSeconds(30 * 60)));
    desk.arranging.bookOn(lead, "hoerde", terms(48, Map.of()));

    assertThat(lengths()).containsOnly(Duration.ofMinutes(30));
  }

  private List<Duration> lengths() {
    return free(OfficeFixture.HOUSING).stream()
        .map(s -> Duration.between(s.start(), s.end()))
        .toList();
  }

  @Test
  void slotsOfAnUnknownTopicAreRefused() {
    assertThat(
            refusalOf(() -> desk.arranging.bookOn(lead, "hoerde", terms(48, Map.of("fishing", 1))))
                .key())
        .isEqualTo("topic.unknown");
  }

  @ParameterizedTest
  @CsvSource({
    "earlyMinutes, -1, 28, 48, 20, 1",
    "earlyMinutes, 241, 28, 48, 20, 1",
    "bookingDays, 60, 0, 48, 20, 1",
    "bookingDays, 60, 367, 48, 20, 1",
    "lateShareHours, 60, 28, -1, 20, 1",
    "lateShareHours, 60, 28, 721, 20, 1",
    "holdsLimit, 60, 28, 48, 0, 1",
    "holdsLimit, 60, 28, 48, 1001, 1",
    "slots, 60, 28, 48, 20, 0",
    "slots, 60, 28, 48, 20, 13"
  })
  void termsOutOfRangeNameTheirField(
      String field, int early, int days, int late, int holds, int slots) {
    assertThat(
            refusalOf(
                    () ->
                        new OfficeTerms(
                            early, days, late, true, Optional.of(holds), Map.of("work", slots)))
                .facts())
        .containsEntry("field", field);
  }

  @Test
  void theLeastAndTheGreatestTermsAreInRange() {
    OfficeTerms least =
        new OfficeTerms(0, 1, 0, true, Optional.of(1), Map.of(OfficeFixture.HOUSING, 1));
    OfficeTerms greatest =
        new OfficeTerms(240, 366, 720, true, Optional.of(1000), Map.of(OfficeFixture.HOUSING, 12));

    desk.arranging.bookOn(lead, "hoerde", least);
    assertThat(OfficeTerms.of(hoerde)).isEqualTo(least);
    desk.arranging.bookOn(lead, "hoerde", greatest);
    assertThat(OfficeTerms.of(hoerde)).isEqualTo(greatest);
  }

  @Test
  void closedDaysMayLastADayOrAYear() {
    ClosedDays year = new ClosedDays(MONDAY, MONDAY.plusYears(1).minusDays(1), "x".repeat(40));

    desk.arranging.close(
        lead, "hoerde", new ClosedDays(MONDAY, MONDAY, ""), ClosingEffect.Told.NOTHING);
    assertThat(starts()).doesNotContain(ELEVEN).contains(A_WEEK_LATER);
    desk.arranging.close(lead, "hoerde", year, ClosingEffect.Told.NOTHING);

    assertThat(starts()).doesNotContain(A_WEEK_LATER);
    assertThat(hoerde.closures()).extracting(Closure::reason).contains(year.reason());
  }

  @Test
  void closedDaysAreInOrderAndAtMostAYear() {
    assertThat(refusalOf(() -> new ClosedDays(MONDAY, MONDAY.minusDays(1), "")).facts())
        .containsEntry("field", "lastDay");
    assertThat(refusalOf(() -> new ClosedDays(MONDAY, MONDAY.plusYears(1), "")).facts())
        .containsEntry("field", "lastDay");
    assertThat(refusalOf(() -> new ClosedDays(MONDAY, MONDAY, "x".repeat(41))).facts())
        .containsEntry("field", "reason");
    assertThat(refusalOf(() -> new ClosedDays(MONDAY, MONDAY, "\u202egnal")).facts())
        .containsEntry("field", "reason");
    assertThat(refusalOf(() -> new ClosedDays(MONDAY, MONDAY, "a\u2028b")).facts())
        .containsEntry("field", "reason");
  }

  /** It could be entered until it was checked. */
  @Test
  void aReasonThatWasStoredUncheckedIsReadAsOneLine() {
    assertThat(new Closure(MONDAY, MONDAY, "\u202egnal").reason()).isEqualTo(" gnal");
  }
}
