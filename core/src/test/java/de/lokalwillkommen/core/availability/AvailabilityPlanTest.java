package de.lokalwillkommen.core.availability;

import static de.lokalwillkommen.core.booking.BookingOffice.hours;
import static org.assertj.core.api.Assertions.assertThat;

import de.lokalwillkommen.core.booking.BookingCode;
import de.lokalwillkommen.core.booking.BookingDesk;
import de.lokalwillkommen.core.booking.BookingOffice;
import de.lokalwillkommen.core.offices.Closure;
import de.lokalwillkommen.core.offices.Office;
import de.lokalwillkommen.core.offices.OfficeFixture;
import de.lokalwillkommen.core.staff.InMemoryStaff;
import de.lokalwillkommen.core.staff.Role;
import de.lokalwillkommen.core.staff.SignedIn;
import de.lokalwillkommen.core.ticketing.Actor;
import de.lokalwillkommen.core.timetable.ClosedDays;
import de.lokalwillkommen.core.timetable.FewerDesks;
import de.lokalwillkommen.core.timetable.OfficeTerms;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** An office's hours for appointments, as the staff sees them. */
class AvailabilityPlanTest {

  private static final LocalDate MONDAY = LocalDate.of(2026, 11, 30);
  private static final LocalDate TUESDAY = MONDAY.plusDays(1);
  private static final ClosedDays MOVING = new ClosedDays(TUESDAY, TUESDAY, "Umzug");

  private final Office hoerde =
      OfficeFixture.hoerde().withClosure(new Closure(5, TUESDAY, TUESDAY, "Umzug"));
  private final BookingDesk desk = new BookingDesk(hoerde);
  private final AvailabilityPlan plan =
      new AvailabilityPlan(
          OfficeFixture.offices(hoerde),
          desk.availabilities,
          desk.availability.history.reading(),
          desk.appointments,
          new InMemoryStaff());
  private final SignedIn lead =
      new SignedIn(
          7,
          "lead",
          "Leitung",
          Set.of(Role.OFFICE_LEAD),
          Optional.of("hoerde"),
          Optional.empty(),
          "csrf");
  private final long early = desk.arranging.add(lead, "hoerde", hours(DayOfWeek.MONDAY, 9, 11, 1));
  private final long late = desk.arranging.add(lead, "hoerde", hours(DayOfWeek.MONDAY, 11, 13, 2));

  private static Instant at(LocalDate day, int hour) {
    return ZonedDateTime.of(day.atTime(hour, 0), OfficeFixture.BERLIN).toInstant();
  }

  @Test
  void everyRuleIsABlockOnItsDaysWithHowManyAreBookedInIt() {
    desk.booked("hoerde", at(MONDAY, 11));
    BookingCode cancelled = desk.booked("hoerde", at(MONDAY, 12)).code();
    desk.booking.cancel(cancelled, Actor.VISITOR);
    desk.booked("hoerde", at(MONDAY, 11));
    desk.booked("hoerde", at(MONDAY.plusWeeks(1), 11));

    AvailabilityView view = plan.get("hoerde", MONDAY, MONDAY.plusDays(6));

    assertThat(view.blocks())
        .containsExactlyInAnyOrder(
            new AvailabilityView.Block(early, at(MONDAY, 9), at(MONDAY, 11), 1, 0),
            new AvailabilityView.Block(late, at(MONDAY, 11), at(MONDAY, 13), 2, 2));
    assertThat(view.rules()).extracting(AvailabilityView.Rule::id).contains(early, late);
    assertThat(view.office()).isEqualTo("hoerde");
    assertThat(view.zone()).isEqualTo(OfficeFixture.BERLIN);
    assertThat(view.lateShare()).isEqualTo(hoerde.bookingTerms().lateShare());
  }

  @Test
  void aBlockCountsWhatIsBookedUnderItsRuleOnItsDay() {
    long beside = desk.arranging.add(lead, "hoerde", hours(DayOfWeek.MONDAY, 11, 13, 1));
    LocalDate later = MONDAY.plusWeeks(1);
    desk.booked("hoerde", at(MONDAY, 11));
    desk.booked("hoerde", at(later, 11));
    desk.booked("hoerde", at(later, 12));

    assertThat(plan.get("hoerde", MONDAY, later).blocks())
        .containsExactlyInAnyOrder(
            new AvailabilityView.Block(early, at(MONDAY, 9), at(MONDAY, 11), 1, 0),
            new AvailabilityView.Block(late, at(MONDAY, 11), at(MONDAY, 13), 2, 1),
            new AvailabilityView.Block(beside, at(MONDAY, 11), at(MONDAY, 13), 1, 0),
            new AvailabilityView.Block(early, at(later, 9), at(later, 11), 1, 0),
            new AvailabilityView.Block(late, at(later, 11), at(later, 13), 2, 2),
            new AvailabilityView.Block(beside, at(later, 11), at(later, 13), 1, 0));
  }

  @Test
  void everyClosedDayIsNamedWithItsOwnReason() {
    hoerde.withClosure(new Closure(6, TUESDAY.plusDays(1), TUESDAY.plusDays(2), "Heizung"));
    ClosedDays heating = new ClosedDays(TUESDAY.plusDays(1), TUESDAY.plusDays(2), "Heizung");

    assertThat(plan.get("hoerde", TUESDAY, TUESDAY.plusDays(2)).closedDays())
        .containsExactly(
            new AvailabilityView.ClosedDay(TUESDAY, Optional.of(MOVING)),
            new AvailabilityView.ClosedDay(TUESDAY.plusDays(1), Optional.of(heating)),
            new AvailabilityView.ClosedDay(TUESDAY.plusDays(2), Optional.of(heating)));
  }

  @Test
  void aClosedDayIsNamedWithItsReasonAndHasNoBlocks() {
    desk.arranging.add(lead, "hoerde", hours(DayOfWeek.TUESDAY, 9, 11, 1));

    AvailabilityView view = plan.get("hoerde", TUESDAY, TUESDAY);

    assertThat(view.blocks()).isEmpty();
    assertThat(view.closedDays())
        .containsExactly(new AvailabilityView.ClosedDay(TUESDAY, Optional.of(MOVING)));
    assertThat(plan.get("hoerde", MONDAY, MONDAY).closedDays()).isEmpty();
  }

  @Test
  void aHolidayIsClosedWithoutAReason() {
    LocalDate christmas = LocalDate.of(2026, 12, 25);
    Office withHolidays = OfficeFixture.hoerde().closedOn(OfficeFixture.holidaysAround(christmas));

    AvailabilityView view =
        new AvailabilityPlan(
                OfficeFixture.offices(withHolidays),
                desk.availabilities,
                desk.availability.history.reading(),
                desk.appointments,
                new InMemoryStaff())
            .get("hoerde", christmas, christmas);

    assertThat(view.closedDays())
        .containsExactly(new AvailabilityView.ClosedDay(christmas, Optional.empty()));
  }

  @Test
  void exceptionsAndClosuresAreListedInTheirTime() {
    FewerDesks fewer = new FewerDesks(MONDAY, 660, 720, 1, "Team");
    desk.arranging.except(lead, "hoerde", fewer, Set.of());

    assertThat(plan.get("hoerde", MONDAY, MONDAY).exceptions())
        .extracting(AvailabilityView.ListedException::fewer)
        .containsExactly(fewer);
    assertThat(plan.listExceptions("hoerde", MONDAY, TUESDAY))
        .isEqualTo(plan.get("hoerde", MONDAY, TUESDAY).exceptions());
    assertThat(plan.listExceptions("hoerde", TUESDAY, TUESDAY)).isEmpty();
    assertThat(plan.listClosures("hoerde", TUESDAY))
        .containsExactly(new AvailabilityView.ListedClosure(5, MOVING));
    assertThat(plan.listClosures("hoerde", TUESDAY.plusDays(1))).isEmpty();
  }

  @Test
  void appointmentsOnDaysToBeClosedAreCountedByDay() {
    desk.booked("hoerde", at(MONDAY, 9));
    desk.booked("hoerde", at(MONDAY, 11));
    desk.booking.hold(BookingOffice.wish("hoerde", at(MONDAY, 12)));
    desk.booked("hoerde", at(MONDAY.plusWeeks(1), 9));

    assertThat(plan.countBookedOn("hoerde", new ClosedDays(MONDAY, TUESDAY, "Umzug")))
        .isEqualTo(Map.of(MONDAY, 2));
  }

  @Test
  void changesAreListedTheLatestFirst() {
    desk.arranging.remove(lead, early, Set.of());

    assertThat(plan.listChanges("hoerde", 2))
        .extracting(AvailabilityView.Change::action)
        .containsExactly(AvailabilityAction.REMOVE, AvailabilityAction.ADD);
    assertThat(plan.listChanges("hoerde", 1))
        .singleElement()
        .satisfies(
            change -> {
              assertThat(change.before()).contains(hours(DayOfWeek.MONDAY, 9, 11, 1));
              assertThat(change.after()).isEmpty();
              assertThat(change.at()).isEqualTo(desk.clock.instant());
              assertThat(change.by()).as("an account that is gone").isEmpty();
            });
    assertThat(plan.getTerms("hoerde")).isEqualTo(OfficeTerms.of(hoerde));
  }
}
