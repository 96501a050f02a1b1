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
 * For whom of those who are booked a timetable has a desk. Which one does not matter, as staff
 * shares out those that are left. If more run at a moment than there are desks, whoever got their
 * place last, by booking or by a move, is one too many; whoever has come already is not. The desks
 * of a rule are for its own appointments first.
 */
final class Seating {

  /** How somebody is provided for, the better the earlier. */
  private enum Seat {
    /** The rule by which they are booked has hours and a desk for them. */
    OWN,
    /** It has not, but the office has a desk at that time. */
    SPARE,
    /** All desks are needed for others, or there are none. */
    NONE
  }

  private static final Comparator<Appointment> FIRST_COME =
      Comparator.comparing((Appointment a) -> a.status().isOpen())
          .thenComparing(Appointment::since)
          .thenComparing(Appointment::id);

  private final Map<Long, Seat> seats = new HashMap<>();

  private Seating(Timetable timetable, Collection<Appointment> booked) {
    // nobody is booked over midnight, and the minutes of a whole year would fill the memory
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

  /**
   * Who of those booked would lose by a change: their hours, their desk, or the one that the office
   * had to spare for them when they had lost theirs by an earlier change.
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
