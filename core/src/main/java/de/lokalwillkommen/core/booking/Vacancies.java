package de.lokalwillkommen.core.booking;

import de.lokalwillkommen.core.timetable.Capacity;
import de.lokalwillkommen.core.timetable.Place;
import de.lokalwillkommen.core.timetable.Timetable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What can still be had on some days. A place is free if nobody has its desk and somebody has time
 * for one more: desks may have gone since they were booked, and whoever is booked there sits at one
 * of the others.
 */
final class Vacancies {

  private final Timetable timetable;
  private final Occupancy desks;
  private final Capacity capacity;

  /**
   * @param taken what is taken on these days, by whichever rule
   */
  Vacancies(Timetable timetable, LocalDate first, LocalDate last, Collection<Place> taken) {
    this.timetable = timetable;
    this.desks = new Occupancy(taken);
    this.capacity = new Capacity(timetable, first, last);
    taken.forEach(capacity::take);
  }

  /**
   * The free places of a day by their beginnings, as many as can be had at once. Those to be booked
   * first come first.
   */
  SortedMap<Instant, List<Place>> on(LocalDate day, Timetable.Wish wish) {
    SortedMap<Instant, List<Place>> free = new TreeMap<>();
    for (List<Place> alternatives : timetable.placesOn(day, wish)) {
      Place any = alternatives.get(0);
      List<Place> found = free.computeIfAbsent(any.start(), start -> new ArrayList<>());
      int left = Math.min(capacity.leftOfRule(any), capacity.leftOfOffice(any) - found.size());
      alternatives.stream().filter(desks::isFree).limit(Math.max(left, 0)).forEach(found::add);
    }
    free.values().removeIf(List::isEmpty);
    return free;
  }
}
