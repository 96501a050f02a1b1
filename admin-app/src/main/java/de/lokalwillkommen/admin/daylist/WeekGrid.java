package de.lokalwillkommen.admin.daylist;

import de.lokalwillkommen.core.availability.AvailabilityView;
import de.lokalwillkommen.core.booking.AppointmentView;
import de.lokalwillkommen.core.booking.Slot;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A week by days and half-hours: how much is booked, how much is free, when there are no hours.
 *
 * @param zone the zone of the office's clock
 * @param plan the hours and the closed days of the week
 * @param booked the appointments that take place
 * @param free the free slots
 */
record WeekGrid(
    ZoneId zone, AvailabilityView plan, Collection<AppointmentView> booked, Collection<Slot> free) {

  private static final Duration CELL = Duration.ofMinutes(30);

  /**
   * A half-hour of a day.
   *
   * @param start when it begins
   * @param open whether there are hours for appointments
   * @param booked how many appointments run in it
   * @param free how many can still begin in it, all at the same time
   * @param slot the earliest of them
   */
  record Cell(Instant start, boolean open, int booked, int free, Optional<Slot.Id> slot) {}

  /** The half-hours in which there are hours or appointments on any day, from first to last. */
  List<LocalTime> times() {
    List<LocalTime> begins =
        Stream.of(
                plan.blocks().stream().map(AvailabilityView.Block::start),
                booked.stream().map(AppointmentView::start))
            .flatMap(all -> all)
            .map(this::timeOf)
            .sorted()
            .toList();
    List<LocalTime> ends =
        Stream.of(
                plan.blocks().stream().map(AvailabilityView.Block::end),
                booked.stream().map(AppointmentView::end))
            .flatMap(all -> all)
            // what ends on the half-hour does not reach into the next one
            .map(end -> timeOf(end.minusSeconds(1)))
            .sorted(Comparator.reverseOrder())
            .toList();
    if (begins.isEmpty()) {
      return List.of();
    }
    long cells = Duration.between(begins.get(0), ends.get(0)).dividedBy(CELL) + 1;
    return Stream.iterate(begins.get(0), time -> time.plus(CELL)).limit(cells).toList();
  }

  private LocalTime timeOf(Instant instant) {
    LocalTime time = instant.atZone(zone).toLocalTime();
    int half = (int) CELL.toMinutes();
    return LocalTime.of(time.getHour(), time.getMinute() / half * half);
  }

  /** A half-hour of a day. */
  Cell cell(LocalDate day, LocalTime time) {
    Instant start = day.atTime(time).atZone(zone).toInstant();
    Instant end = start.plus(CELL);
    boolean open =
        plan.blocks().stream().anyMatch(b -> b.start().isBefore(end) && b.end().isAfter(start));
    long taken =
        booked.stream().filter(a -> a.start().isBefore(end) && a.end().isAfter(start)).count();
    List<Slot> begin =
        free.stream()
            .filter(s -> !s.start().isBefore(start) && s.start().isBefore(end))
            .sorted(Comparator.comparing(Slot::start))
            .toList();
    return new Cell(
        start,
        open,
        Math.toIntExact(taken),
        begin.stream().mapToInt(Slot::free).max().orElse(0),
        begin.stream().findFirst().map(Slot::id));
  }
}
