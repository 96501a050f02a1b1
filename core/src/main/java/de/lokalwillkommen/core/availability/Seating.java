package de.lokalwillkommen.core.availability;

import de.lokalwillkommen.core.booking.Appointment;
import de.lokalwillkommen.core.timetable.Capacity;
import de.lokalwillkommen.core.timetable.Place;
import de.lokalwillkommen.core.timetable.Timetable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Decides which booked appointments have a desk in a timetable. Which desk it is does not matter,
 * as staff assigns the desks that are left. If more appointments run at a moment than there are
 * desks, the one whose place was booked or moved last is without a desk; a visitor who has already
 * come keeps one. The desks of a rule are for its own appointments first.
 */
final class Seating {

  /** How an appointment is provided for, best first. */
  private enum Seat {
    /** The rule by which it is booked has hours and a desk for it. */
    OWN,
    /** The rule has none, but the office has a desk at that time. */
    SPARE,
    /** All desks are needed for other appointments, or there are none. */
    NONE
  }

  private static final Comparator<Appointment> FIRST_COME =
      Comparator.comparing((Appointment a) -> a.status().isOpen())
          .thenComparing(Appointment::since)
          .thenComparing(Appointment::id);

  private final Map<Long, Seat> seats = new HashMap<>();

  private Seating(Timetable timetable, Collection<Appointment> booked) {
    // no appointment crosses midnight, and the minutes of a whole year would fill the memory
    booked.stream()
        .collect(Collectors.groupingBy(a -> timetable.dayOf(a.start())))
        .forEach((day, some) -> seat(timetable, new Capacity(timetable, day, day), some));
  }

  private void seat(Timetable timetable, Capacity capacity, List<Appointment> booked) {
    List<Appointment> rest = new ArrayList<>();
    for (Appointment some : booked.stream().sorted(FIRST_COME).toList()) {
      Place place = some.place();
      if (timetable.covers(place, some.topic(), some.language())
          && capacity.leftOfRule(place) > 0) {
        capacity.take(place);
        seats.put(some.id(), Seat.OWN);
      } else {
        rest.add(some);
      }
    }
    for (Appointment some : rest) {
      boolean spare = capacity.leftOfOffice(some.place()) > 0;
      seats.put(some.id(), spare ? Seat.SPARE : Seat.NONE);
      if (spare) {
        capacity.take(some.place());
      }
    }
  }

  /** The appointments for which a timetable has no desk at all. */
  static List<Appointment> listWithoutDesk(Timetable timetable, List<Appointment> booked) {
    Seating seating = new Seating(timetable, booked);
    return booked.stream().filter(a -> seating.seats.get(a.id()) == Seat.NONE).toList();
  }

  /**
   * The appointments that are worse off after a change: they lose their hours, their desk, or the
   * spare desk that replaced one lost by an earlier change.
   */
  static List<Appointment> listOrphans(
      Timetable before, Timetable after, List<Appointment> booked) {
    Seating then = new Seating(before, booked);
    Seating now = new Seating(after, booked);
    return booked.stream()
        .filter(a -> now.seats.get(a.id()).compareTo(then.seats.get(a.id())) > 0)
        .toList();
  }
}
