package de.lokalwillkommen.core.availability;

import static org.assertj.core.api.Assertions.assertThat;

import de.lokalwillkommen.core.availability.AvailabilityView.Change;
import de.lokalwillkommen.core.booking.BookingOffice;
import de.lokalwillkommen.core.offices.OfficeFixture;
import de.lokalwillkommen.core.staff.Role;
import de.lokalwillkommen.core.staff.SignedIn;
import de.lokalwillkommen.core.timetable.ClosedDays;
import de.lokalwillkommen.core.timetable.FewerDesks;
import de.lokalwillkommen.core.timetable.OfficeTerms;
import de.lokalwillkommen.core.timetable.WeeklyHours;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AvailabilityHistoryTest {

  private static final LocalDate TUESDAY = LocalDate.of(2026, 11, 24);
  private static final WeeklyHours MORNING = BookingOffice.hours(DayOfWeek.TUESDAY, 9, 12, 2);
  private static final WeeklyHours LONGER = BookingOffice.hours(DayOfWeek.TUESDAY, 9, 13, 2);

  private final PlannedOffice office = new PlannedOffice(OfficeFixture.hoerde());
  private final SignedIn lead = office.signedIn("Leitung Hörde", "hoerde", Role.OFFICE_LEAD);

  @Test
  void everyChangeOfTheHoursIsStored() {
    long rule = office.arranging.add(lead, "hoerde", MORNING);
    office.arranging.change(lead, rule, LONGER, Set.of());
    office.arranging.remove(lead, rule, Set.of());

    assertThat(office.plan.listChanges("hoerde", 9))
        .extracting(Change::action)
        .containsExactly(
            AvailabilityAction.REMOVE, AvailabilityAction.CHANGE, AvailabilityAction.ADD);
    Change change = office.plan.listChanges("hoerde", 9).get(1);
    assertThat(change.by()).isEqualTo("Leitung Hörde");
    assertThat(change.at()).isEqualTo(office.clock.instant());
    assertThat(change.before()).contains(MORNING);
    assertThat(change.after()).contains(LONGER);
  }

  @Test
  void closedDaysAreStoredAndListed() {
    ClosedDays days = new ClosedDays(TUESDAY, TUESDAY.plusDays(3), "Umzug");
    office.arranging.close(lead, "hoerde", days, ClosingEffect.Told.NOTHING);
    List<AvailabilityView.ListedClosure> closures = office.plan.listClosures("hoerde", TUESDAY);
    assertThat(closures).extracting(AvailabilityView.ListedClosure::days).containsExactly(days);
    assertThat(office.plan.listClosures("hoerde", TUESDAY.plusDays(4))).isEmpty();

    office.arranging.reopen(lead, "hoerde", closures.get(0).id());

    assertThat(office.plan.listClosures("hoerde", TUESDAY)).isEmpty();
    assertThat(office.plan.listChanges("hoerde", 9))
        .extracting(Change::action)
        .containsExactly(AvailabilityAction.REOPEN, AvailabilityAction.CLOSE);
    assertThat(office.plan.listChanges("hoerde", 9).get(0).before()).contains(days);
    assertThat(office.plan.listChanges("hoerde", 9).get(1).after()).contains(days);
  }

  @Test
  void termsAreStoredAsTheyWereAndAre() {
    OfficeTerms before = office.plan.getTerms("hoerde");
    OfficeTerms terms =
        new OfficeTerms(30, 14, 0, false, Optional.empty(), Map.of(OfficeFixture.HOUSING, 2));

    office.arranging.bookOn(lead, "hoerde", terms);

    assertThat(office.plan.getTerms("hoerde")).isEqualTo(terms);
    Change change = office.plan.listChanges("hoerde", 9).get(0);
    assertThat(change.action()).isEqualTo(AvailabilityAction.TERMS);
    assertThat(change.before()).contains(before);
    assertThat(change.after()).contains(terms);
  }

  @Test
  void exceptionsAreStoredAndListed() {
    FewerDesks fewer = new FewerDesks(TUESDAY, 540, 600, 1, " Teambesprechung ");
    office.arranging.except(lead, "hoerde", fewer, Set.of());
    long exception =
        office.plan.listExceptions("hoerde", TUESDAY, TUESDAY).stream()
            .map(AvailabilityView.ListedException::id)
            .findFirst()
            .orElseThrow();
    office.arranging.restore(lead, exception);

    Change restored = office.plan.listChanges("hoerde", 9).get(0);
    assertThat(restored.action()).isEqualTo(AvailabilityAction.RESTORE);
    assertThat(fewer.reason()).isEqualTo("Teambesprechung");
    assertThat(restored.before()).contains(fewer);
    assertThat(restored.after()).isEmpty();
    assertThat(office.plan.listChanges("hoerde", 9).get(1).after()).contains(fewer);
    assertThat(office.plan.listExceptions("hoerde", TUESDAY, TUESDAY)).isEmpty();
  }
}
