package de.lokalwillkommen.core.booking;

import de.lokalwillkommen.core.timetable.Capacity;
import de.lokalwillkommen.core.timetable.Place;
import de.lokalwillkommen.core.timetable.Timetable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The places that can still be booked on some days. A place is free if no appointment has its desk
 * and the office has capacity for one more: desks may have been removed since they were booked, and
 * visitors booked there sit at one of the others.
 */
final class Vacancies {

  private final Timetable timetable;
  private final LocalDate first;
  private final LocalDate last;
  private final Occupancy desks;
  private final Capacity capacity;

  /**
   * @param taken the places taken on these days, under any rule
   */
  Vacancies(Timetable timetable, LocalDate first, LocalDate last, Collection<Place> taken) {
    this.timetable = timetable;
    this.first = first;
    this.last = last;
    this.desks = new Occupancy(taken);
    this.capacity = new Capacity(timetable, first, last);
    taken.forEach(capacity::take);
  }

  /**
   * The free places of a day by their beginnings, as many as can be booked at once, in order of
   * preference.
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

  /** The first free place for a wish, which counts as taken from now on. */
  Optional<Place> takeFirst(Timetable.Wish wish) {
    Optional<Place> place =
        first
            .datesUntil(last.plusDays(1))
            .flatMap(day -> on(day, wish).values().stream())
            .map(places -> places.get(0))
            .findFirst();
    place.ifPresent(
        taken -> {
          desks.take(taken);
          capacity.take(taken);
        });
    return place;
  }
}
