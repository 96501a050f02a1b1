package de.lokalwillkommen.core.booking;

import static de.lokalwillkommen.core.booking.BookingOffice.hours;
import static de.lokalwillkommen.core.booking.Refusals.refusalOf;
import static de.lokalwillkommen.core.ticketing.TicketFixture.TEN;
import static org.assertj.core.api.Assertions.assertThat;

import de.lokalwillkommen.core.kernel.Refusal.Kind;
import de.lokalwillkommen.core.offices.OfficeFixture;
import de.lokalwillkommen.core.staff.Role;
import de.lokalwillkommen.core.staff.SignedIn;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ArrangingAvailabilityTest {

  private static final LocalDate MONDAY = LocalDate.of(2026, 11, 30);
  private static final Instant ELEVEN = TEN.plus(Duration.ofDays(7)).plus(Duration.ofHours(1));
  private static final Instant NOON = ELEVEN.plus(Duration.ofHours(1));

  private final BookingDesk desk = new BookingDesk(OfficeFixture.hoerde(), OfficeFixture.eving());
  private final SignedIn lead = somebody(Role.OFFICE_LEAD, "hoerde");
  private long rule;

  @BeforeEach
  void twoDesksOnMondays() {
    rule = desk.arranging.add(lead, "hoerde", hours(DayOfWeek.MONDAY, 11, 14, 2));
  }

  private static SignedIn somebody(Role role, String office) {
    return new SignedIn(7, "x", "X", Set.of(role), Optional.of(office), Optional.empty(), "csrf");
  }

  private static List<BookingCode> codes(List<AppointmentView> appointments) {
    return appointments.stream().map(AppointmentView::code).toList();
  }

  @ParameterizedTest
  @EnumSource
  void onlyTheLeadOfTheOfficeAndAdministratorsArrange(Role role) {
    WeeklyHours some = hours(DayOfWeek.TUESDAY, 9, 10, 1);
    SignedIn here = somebody(role, "hoerde");
    SignedIn elsewhere = somebody(role, "eving");
    if (role == Role.ADMIN) {
      desk.arranging.add(elsewhere, "hoerde", some);
      return;
    }
    assertThat(refusalOf(() -> desk.arranging.change(elsewhere, rule, some)).kind())
        .isEqualTo(Kind.NOT_ALLOWED);
    assertThat(refusalOf(() -> desk.arranging.listOrphansOfRemoval(elsewhere, rule)).kind())
        .isEqualTo(Kind.NOT_ALLOWED);
    if (role == Role.OFFICE_LEAD) {
      desk.arranging.change(here, rule, some);
    } else {
      assertThat(refusalOf(() -> desk.arranging.remove(here, rule)).kind())
          .isEqualTo(Kind.NOT_ALLOWED);
    }
  }

  @Test
  void whoWouldBeLeftWithoutHoursIsListedBeforeTheyChange() {
    BookingCode eleven = desk.booked("hoerde", ELEVEN).code();
    BookingCode noon = desk.booked("hoerde", NOON).code();

    assertThat(codes(desk.arranging.listOrphansOfChange(lead, rule, rule(11, 12, 2))))
        .containsExactly(noon);
    assertThat(codes(desk.arranging.listOrphansOfChange(lead, rule, rule(12, 14, 2))))
        .containsExactly(eleven);
    assertThat(desk.arranging.listOrphansOfChange(lead, rule, rule(10, 15, 1))).isEmpty();
    assertThat(
            codes(
                desk.arranging.listOrphansOfChange(
                    lead, rule, hours(DayOfWeek.TUESDAY, 11, 14, 2))))
        .containsExactly(eleven, noon);
  }

  private static WeeklyHours rule(int from, int until, int desks) {
    return hours(DayOfWeek.MONDAY, from, until, desks);
  }

  @Test
  void whoSitsAtADeskThatGoesIsListedToo() {
    desk.booked("hoerde", ELEVEN);
    BookingCode second = desk.booked("hoerde", ELEVEN).code();

    assertThat(codes(desk.arranging.listOrphansOfChange(lead, rule, rule(11, 14, 1))))
        .containsExactly(second);
  }

  @Test
  void whoseTopicIsServedNoLongerIsListedToo() {
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

    assertThat(codes(desk.arranging.listOrphansOfChange(lead, rule, lettersOnly)))
        .containsExactly(booked);
  }

  @Test
  void removedTheRuleLeavesItsAppointmentsBooked() {
    AppointmentView booked = desk.booked("hoerde", ELEVEN);
    assertThat(codes(desk.arranging.listOrphansOfRemoval(lead, rule)))
        .containsExactly(booked.code());

    desk.arranging.remove(lead, rule);

    assertThat(desk.booking.look(booked.code())).isEqualTo(booked);
    assertThat(refusalOf(() -> desk.arranging.remove(lead, rule)).kind()).isEqualTo(Kind.UNKNOWN);
  }

  @Test
  void anExceptionListsThoseItTouchesAndCanBeTakenBack() {
    desk.booked("hoerde", ELEVEN);
    BookingCode second = desk.booked("hoerde", ELEVEN).code();
    desk.booked("hoerde", NOON);
    assertThat(codes(desk.arranging.listOrphansOfException(lead, "hoerde", MONDAY, 660, 700, 1)))
        .containsExactly(second);
    assertThat(desk.arranging.listOrphansOfException(lead, "hoerde", MONDAY, 600, 1440, 0))
        .hasSize(3);

    desk.arranging.except(lead, "hoerde", MONDAY, 780, 840, 0, " Team ");
    assertThat(free()).doesNotContain(NOON.plus(Duration.ofHours(1)));
    desk.arranging.restore(
        lead, desk.availabilities.listExceptions("hoerde", MONDAY, MONDAY).get(0).id());

    assertThat(free()).contains(NOON.plus(Duration.ofHours(1)));
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
  void everyChangeIsKeptWithWhoMadeIt() {
    desk.arranging.change(lead, rule, rule(11, 12, 1));
    desk.arranging.except(lead, "hoerde", MONDAY, 660, 720, 0, "Team");
    desk.arranging.remove(lead, rule);

    List<AvailabilityChange> changes = desk.availabilities.listChanges("hoerde", 10);

    assertThat(changes)
        .extracting(AvailabilityChange::action)
        .containsExactly(
            AvailabilityChange.Action.REMOVE,
            AvailabilityChange.Action.EXCEPT,
            AvailabilityChange.Action.CHANGE,
            AvailabilityChange.Action.ADD);
    assertThat(changes).extracting(AvailabilityChange::counsellor).containsOnly(7L);
    assertThat(changes.get(2).before()).isNotEqualTo(changes.get(2).after()).isNotEmpty();
  }
}
