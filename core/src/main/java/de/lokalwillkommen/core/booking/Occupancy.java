package de.lokalwillkommen.core.booking;

import de.lokalwillkommen.core.timetable.Place;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;

/** Which desks are taken when. */
final class Occupancy {

  private static final Comparator<Place> BY_START = Comparator.comparing(Place::start);

  private record Desk(long availability, int number) {}

  private final Map<Desk, NavigableSet<Place>> taken = new HashMap<>();

  Occupancy(Collection<Place> places) {
    places.forEach(this::take);
  }

  /** Counts a place as taken. */
  void take(Place place) {
    taken.computeIfAbsent(deskOf(place), d -> new TreeSet<>(BY_START)).add(place);
  }

  /** Whether the desk is free for the whole of that stretch. */
  boolean isFree(Place place) {
    NavigableSet<Place> others = taken.get(deskOf(place));
    if (others == null) {
      return true;
    }
    // places on one desk never overlap: only the last one that begins before the end can reach into
    // it
    Place last = others.lower(new Place(0, 0, place.end(), place.end()));
    return last == null || !last.overlaps(place);
  }

  private static Desk deskOf(Place place) {
    return new Desk(place.availability(), place.desk());
  }
}
