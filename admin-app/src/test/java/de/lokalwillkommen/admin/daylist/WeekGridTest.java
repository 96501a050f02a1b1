package de.lokalwillkommen.admin.daylist;

import static org.assertj.core.api.Assertions.assertThat;

import de.lokalwillkommen.admin.daylist.WeekGrid.Cell;
import de.lokalwillkommen.core.availability.AvailabilityView;
import de.lokalwillkommen.core.booking.AppointmentView;
import de.lokalwillkommen.core.booking.BookingDesk;
import de.lokalwillkommen.core.booking.BookingOffice;
import de.lokalwillkommen.core.booking.Slot;
import de.lokalwillkommen.core.offices.OfficeFixture;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WeekGridTest {

  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  private static final LocalDate MONDAY = LocalDate.of(2026, 11, 30);
  private static final Instant NINE = Instant.parse("2026-11-30T08:00:00Z");

  private static WeekGrid grid(List<AppointmentView> booked, List<Slot> free) {
    AvailabilityView.Block block =
        new AvailabilityView.Block(1, NINE, NINE.plus(Duration.ofHours(2)), 2, 0);
    AvailabilityView plan =
        new AvailabilityView(
            "hoerde", BERLIN, Duration.ZERO, List.of(), List.of(), List.of(block), List.of());
    return new WeekGrid(BERLIN, plan, booked, free);
  }

  private static Slot slot(int minutes, int free) {
    Instant start = NINE.plus(Duration.ofMinutes(minutes));
    return new Slot("hoerde", start, start.plus(Duration.ofMinutes(45)), free);
  }

  @Test
  void theLinesGoFromTheFirstHoursToTheLast() {
    assertThat(grid(List.of(), List.of()).times())
        .containsExactly(
            LocalTime.of(9, 0), LocalTime.of(9, 30), LocalTime.of(10, 0), LocalTime.of(10, 30));
  }

  @Test
  void anAppointmentOutsideTheHoursIsShownToo() {
    BookingDesk desk =
        new BookingDesk(OfficeFixture.hoerde())
            .with("hoerde", BookingOffice.hours(DayOfWeek.MONDAY, 14, 15, 1));
    AppointmentView late = desk.booked("hoerde", NINE.plus(Duration.ofHours(5)));
    WeekGrid grid = grid(List.of(late), List.of());

    assertThat(grid.times()).endsWith(LocalTime.of(14, 0)).hasSize(11);
    Cell cell = grid.cell(MONDAY, LocalTime.of(14, 0));
    assertThat(cell.booked()).isEqualTo(1);
    assertThat(cell.open()).isFalse();
    assertThat(grid.cell(MONDAY, LocalTime.of(14, 30)).booked()).isZero();
    assertThat(grid.cell(MONDAY.plusDays(1), LocalTime.of(14, 0)).booked()).isZero();
  }

  @Test
  void theEarliestFreeTimeOfAHalfHourIsBookedAndTimesThatOverlapAreNotAdded() {
    Cell cell =
        grid(List.of(), List.of(slot(15, 1), slot(0, 2), slot(45, 3)))
            .cell(MONDAY, LocalTime.of(9, 0));

    assertThat(cell.open()).isTrue();
    assertThat(cell.free()).isEqualTo(2);
    assertThat(cell.slot()).isEqualTo(Optional.of(new Slot.Id("hoerde", NINE)));
  }

  @Test
  void aWeekWithoutHoursHasNoLines() {
    AvailabilityView none =
        new AvailabilityView(
            "hoerde", BERLIN, Duration.ZERO, List.of(), List.of(), List.of(), List.of());

    assertThat(new WeekGrid(BERLIN, none, List.of(), List.of()).times()).isEmpty();
  }
}
