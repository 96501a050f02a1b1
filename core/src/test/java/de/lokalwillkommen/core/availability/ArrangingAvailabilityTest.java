package de.lokalwillkommen.core.availability;

import static de.lokalwillkommen.core.booking.BookingOffice.hours;
import static de.lokalwillkommen.core.kernel.Refusals.refusalOf;
import static de.lokalwillkommen.core.ticketing.TicketFixture.TEN;
import static org.assertj.core.api.Assertions.assertThat;

import de.lokalwillkommen.core.booking.AppointmentView;
import de.lokalwillkommen.core.booking.BookingCode;
import de.lokalwillkommen.core.booking.BookingDesk;
import de.lokalwillkommen.core.booking.BookingOffice;
import de.lokalwillkommen.core.booking.Channel;
import de.lokalwillkommen.core.booking.Slot;
import de.lokalwillkommen.core.booking.SlotQuery;
import de.lokalwillkommen.core.history.HistoryView;
import de.lokalwillkommen.core.kernel.Author;
import de.lokalwillkommen.core.kernel.Refusal.Kind;
import de.lokalwillkommen.core.offices.OfficeFixture;
import de.lokalwillkommen.core.staff.Role;
import de.lokalwillkommen.core.staff.SignedIn;
import de.lokalwillkommen.core.ticketing.Actor;
import de.lokalwillkommen.core.timetable.FewerDesks;
import de.lokalwillkommen.core.timetable.WeeklyHours;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ArrangingAvailabilityTest {

  private static final Set<Long> NONE_ACCEPTED = Set.of();
  private static final LocalDate MONDAY = LocalDate.of(2026, 11, 30);
  private static final Instant ELEVEN = TEN.plus(Duration.ofDays(7)).plus(Duration.ofHours(1));
  private static final Instant NOON = ELEVEN.plus(Duration.ofHours(1));

  private final BookingDesk desk = new BookingDesk(OfficeFixture.hoerde(), OfficeFixture.eving());
  private final SignedIn lead = signedIn(Role.OFFICE_LEAD, "hoerde");
  private long rule;

  @BeforeEach
  void twoDesksOnMondays() {
    rule = desk.arranging.add(lead, "hoerde", hours(DayOfWeek.MONDAY, 11, 14, 2));
  }

  private static SignedIn signedIn(Role role, String office) {
    return new SignedIn(7, "x", "X", Set.of(role), Optional.of(office), Optional.empty(), "csrf");
  }

  private List<AppointmentView> except(int from, int until, int desks) {
    FewerDesks fewer = new FewerDesks(MONDAY, from, until, desks, " Team ");
    return desk.arranging.except(lead, "hoerde", fewer, NONE_ACCEPTED);
  }

  private static Set<Long> told(List<AppointmentView> orphans) {
    return orphans.stream().map(AppointmentView::id).collect(Collectors.toSet());
  }

  private static List<BookingCode> codes(List<AppointmentView> appointments) {
    return appointments.stream().map(AppointmentView::code).toList();
  }

  @ParameterizedTest
  @EnumSource
  void onlyTheLeadOfTheOfficeAndAdministratorsArrange(Role role) {
    WeeklyHours some = hours(DayOfWeek.TUESDAY, 9, 10, 1);
    SignedIn here = signedIn(role, "hoerde");
    SignedIn elsewhere = signedIn(role, "eving");
    if (role == Role.ADMIN) {
      desk.arranging.add(elsewhere, "hoerde", some);
      return;
    }
    assertThat(refusalOf(() -> desk.arranging.change(elsewhere, rule, some, NONE_ACCEPTED)).kind())
        .isEqualTo(Kind.NOT_ALLOWED);
    assertThat(refusalOf(() -> desk.arranging.remove(elsewhere, rule, NONE_ACCEPTED)).kind())
        .isEqualTo(Kind.NOT_ALLOWED);
    if (role == Role.OFFICE_LEAD) {
      desk.arranging.change(here, rule, some, NONE_ACCEPTED);
    } else {
      assertThat(refusalOf(() -> desk.arranging.remove(here, rule, NONE_ACCEPTED)).kind())
          .isEqualTo(Kind.NOT_ALLOWED);
    }
  }

  @Test
  void appointmentsThatWouldLoseTheirHoursAreListedBeforeTheChange() {
    BookingCode eleven = desk.booked("hoerde", ELEVEN).code();
    BookingCode noon = desk.booked("hoerde", NOON).code();

    assertThat(codes(desk.arranging.change(lead, rule, rule(11, 12, 2), NONE_ACCEPTED)))
        .containsExactly(noon);
    assertThat(codes(desk.arranging.change(lead, rule, rule(12, 14, 2), NONE_ACCEPTED)))
        .containsExactly(eleven);
    assertThat(desk.arranging.change(lead, rule, rule(10, 15, 1), NONE_ACCEPTED)).isEmpty();
    assertThat(
            codes(
                desk.arranging.change(
                    lead, rule, hours(DayOfWeek.TUESDAY, 11, 14, 2), NONE_ACCEPTED)))
        .containsExactly(eleven, noon);
  }

  private static WeeklyHours rule(int from, int until, int desks) {
    return hours(DayOfWeek.MONDAY, from, until, desks);
  }

  @Test
  void anAppointmentAtARemovedDeskIsListedToo() {
    desk.booked("hoerde", ELEVEN);
    BookingCode second = desk.booked("hoerde", ELEVEN).code();

    assertThat(codes(desk.arranging.change(lead, rule, rule(11, 14, 1), NONE_ACCEPTED)))
        .containsExactly(second);
  }

  @Test
  void anAppointmentWhoseTopicIsNoLongerServedIsListedToo() {
    BookingCode booked = desk.booked("hoerde", ELEVEN).code();
    WeeklyHours lettersOnly =
        new WeeklyHours(
            DayOfWeek.MONDAY,
            660,
            840,
            1,
            BookingOffice.LONG_AGO,
            BookingOffice.LONG_AGO,
            Optional.empty(),
            30,
            2,
            0,
            0,
            Set.of(OfficeFixture.LETTERS),
            Set.of());

    assertThat(codes(desk.arranging.change(lead, rule, lettersOnly, NONE_ACCEPTED)))
        .containsExactly(booked);
  }

  @Test
  void removedTheRuleLeavesItsAppointmentsBooked() {
    AppointmentView booked = desk.booked("hoerde", ELEVEN);

    desk.arranging.remove(lead, rule, Set.of(booked.id()));

    assertThat(desk.booking.look(booked.code())).isEqualTo(booked);
    assertThat(refusalOf(() -> desk.arranging.remove(lead, rule, NONE_ACCEPTED)).kind())
        .isEqualTo(Kind.UNKNOWN);
  }

  @Test
  void nothingChangesWhileAnAppointmentIsNotAccepted() {
    desk.booked("hoerde", ELEVEN);
    List<AppointmentView> first = desk.arranging.remove(lead, rule, NONE_ACCEPTED);
    desk.booked("hoerde", NOON);

    List<AppointmentView> second = desk.arranging.remove(lead, rule, told(first));

    assertThat(first).hasSize(1);
    assertThat(second).hasSize(2);
    assertThat(desk.availabilities.getRule(rule).desks()).isEqualTo(2);
    assertThat(desk.arranging.remove(lead, rule, told(second))).isEmpty();
    assertThat(desk.availabilities.listRules("hoerde")).isEmpty();
  }

  @Test
  void aSingleAppointmentAtARemovedDeskMovesToTheOther() {
    BookingCode first = desk.booked("hoerde", ELEVEN).code();
    desk.booked("hoerde", ELEVEN);
    desk.booking.cancel(first, Actor.VISITOR);

    assertThat(except(660, 700, 1)).isEmpty();
    assertThat(desk.arranging.change(lead, rule, rule(11, 14, 1), NONE_ACCEPTED)).isEmpty();
  }

  @Test
  void ofTooManyTheOneBookedOrMovedThereLastIsListed() {
    AppointmentView early = desk.booked("hoerde", NOON);
    desk.clock.passes(Duration.ofMinutes(1));
    desk.booked("hoerde", ELEVEN);
    desk.clock.passes(Duration.ofMinutes(1));
    desk.booking.move(early.code(), new Slot.Id("hoerde", ELEVEN), Channel.OUTSIDE);

    assertThat(codes(except(660, 700, 1))).containsExactly(early.code());
  }

  @Test
  void anAppointmentWithoutADeskSinceAnEarlierChangeIsNotListedAgain() {
    desk.booked("hoerde", ELEVEN);
    AppointmentView second = desk.booked("hoerde", ELEVEN);
    BookingCode noon = desk.booked("hoerde", NOON).code();
    FewerDesks one = new FewerDesks(MONDAY, 660, 690, 1, "");
    desk.arranging.except(lead, "hoerde", one, Set.of(second.id()));

    assertThat(codes(except(720, 750, 0))).containsExactly(noon);
  }

  @Test
  void anAppointmentOfAReplacedRuleIsListedWhenTheNewOneHasNoDeskEither() {
    BookingCode first = desk.booked("hoerde", ELEVEN).code();
    BookingCode second = desk.booked("hoerde", ELEVEN).code();
    desk.arranging.add(lead, "hoerde", rule(11, 14, 2));
    List<AppointmentView> both = desk.arranging.remove(lead, rule, NONE_ACCEPTED);
    assertThat(codes(both)).containsExactly(first, second);
    desk.arranging.remove(lead, rule, told(both));

    assertThat(codes(except(660, 700, 1))).containsExactly(second);
  }

  @Test
  void aVisitorWhoIsThereAlreadyKeepsTheDesk() {
    long today = desk.arranging.add(lead, "hoerde", hours(DayOfWeek.MONDAY, 10, 11, 2));
    Instant halfPast = TEN.plus(Duration.ofMinutes(30));
    AppointmentView coming = desk.booked("hoerde", halfPast);
    AppointmentView here = desk.booked("hoerde", halfPast);
    desk.checkingIn.checkIn("hoerde", here.code(), false);

    assertThat(
            codes(
                desk.arranging.change(
                    lead, today, hours(DayOfWeek.MONDAY, 10, 11, 1), NONE_ACCEPTED)))
        .containsExactly(coming.code());
    assertThat(codes(desk.arranging.remove(lead, today, NONE_ACCEPTED)))
        .as("only the visitor who is still to come")
        .containsExactly(coming.code());
  }

  @Test
  void anExceptionListsItsAppointmentsAndCanBeRemoved() {
    desk.booked("hoerde", ELEVEN);
    BookingCode second = desk.booked("hoerde", ELEVEN).code();
    desk.booked("hoerde", NOON);
    assertThat(codes(except(660, 700, 1))).containsExactly(second);
    assertThat(except(600, 1440, 0)).hasSize(3);

    except(780, 840, 0);
    assertThat(free()).doesNotContain(NOON.plus(Duration.ofHours(1)));
    desk.arranging.restore(
        lead, desk.availabilities.listExceptions("hoerde", MONDAY, MONDAY).get(0).id());

    assertThat(free()).contains(NOON.plus(Duration.ofHours(1)));
  }

  @Test
  void changedHoursHoldAtOnce() {
    assertThat(free()).contains(ELEVEN);

    assertThat(desk.arranging.change(lead, rule, rule(12, 15, 1), NONE_ACCEPTED)).isEmpty();

    assertThat(free())
        .doesNotContain(ELEVEN)
        .contains(NOON, NOON.plus(Duration.ofHours(2)))
        .doesNotContain(NOON.plus(Duration.ofHours(3)));
  }

  @Test
  void anUnknownExceptionIsNotRemoved() {
    assertThat(refusalOf(() -> desk.arranging.restore(lead, 4711)).kind()).isEqualTo(Kind.UNKNOWN);
  }

  private List<Instant> free() {
    return desk
        .finding
        .list(SlotQuery.in("hoerde", OfficeFixture.HOUSING, "de", Channel.KIOSK, 500))
        .stream()
        .map(Slot::start)
        .toList();
  }

  @Test
  void everyChangeIsStoredWithItsAuthor() {
    desk.arranging.change(lead, rule, rule(11, 12, 1), NONE_ACCEPTED);
    except(660, 720, 0);
    desk.arranging.remove(lead, rule, NONE_ACCEPTED);

    List<HistoryView> changes =
        desk.availability.history.reading().listLatest("hoerde", "availability", 10);

    assertThat(changes)
        .extracting(HistoryView::action)
        .containsExactly("REMOVE", "EXCEPT", "CHANGE", "ADD");
    assertThat(changes)
        .extracting(HistoryView::author)
        .containsOnly(Author.staff(7, "OFFICE_LEAD"));
    assertThat(changes.get(2).before()).isNotEqualTo(changes.get(2).after()).isNotEmpty();
  }
}
