package de.lokalwillkommen.core.booking;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * How many more appointments somebody has time for. What counts is how many run at the same moment,
 * not at which desk: those of one rule, and those of the whole office against all its desks. The
 * second keeps in mind whoever was booked by a rule that has been changed or removed since; they
 * still come.
 */
final class Capacity {

  private final Room office = new Room();
  private final Map<Long, Room> rules = new HashMap<>();

  /** What a timetable offers on some days, nobody having booked yet. */
  Capacity(Timetable timetable, Stream<LocalDate> days) {
    days.flatMap(day -> timetable.desksOn(day).stream())
        .forEach(d -> add(d.availability(), d.start(), d.end(), d.count()));
  }

  /** Somebody has it; also if there is no room for them. */
  void take(Place place) {
    add(place.availability(), place.start(), place.end(), -1);
  }

  private void add(long rule, Instant start, Instant end, int count) {
    office.add(start, end, count);
    rules.computeIfAbsent(rule, r -> new Room()).add(start, end, count);
  }

  /** How many more there may be at that time by that rule. */
  int leftOfRule(Place place) {
    Room room = rules.get(place.availability());
    return room == null ? 0 : room.least(place.start(), place.end());
  }

  /** How many more there may be at that time, whoever has a desk for them. */
  int leftOfOffice(Place place) {
    return office.least(place.start(), place.end());
  }

  /** A number that changes in the course of time. */
  private static final class Room {

    private final NavigableMap<Instant, Integer> levels = new TreeMap<>();

    void add(Instant start, Instant end, int count) {
      // what lies in the hour that the clocks leave out has no length
      if (start.isBefore(end)) {
        levels.put(start, at(start));
        levels.put(end, at(end));
        levels.subMap(start, end).replaceAll((from, level) -> level + count);
      }
    }

    int least(Instant start, Instant end) {
      return levels.subMap(start, false, end, false).values().stream().reduce(at(start), Math::min);
    }

    private int at(Instant moment) {
      Map.Entry<Instant, Integer> last = levels.floorEntry(moment);
      return last == null ? 0 : last.getValue();
    }
  }
}
