package de.lokalwillkommen.core.timetable;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;

/**
 * How many more appointments an office has time for. It counts how many run at the same moment, at
 * any desk: those of one rule, and those of the whole office against all its desks. The second
 * count includes visitors booked under a rule that has been changed or removed since; they still
 * come.
 */
public final class Capacity {

  private static final int SECONDS = 60;

  private final long begin;
  private final int minutes;
  private final Room office;
  private final Map<Long, Room> rules = new HashMap<>();

  /** The capacity of a timetable from one day to another, without any appointments. */
  public Capacity(Timetable timetable, LocalDate first, LocalDate last) {
    begin = timetable.day(first).begin().getEpochSecond();
    minutes = (int) ((timetable.day(last).end().getEpochSecond() - begin) / SECONDS);
    office = new Room();
    first
        .datesUntil(last.plusDays(1))
        .flatMap(day -> timetable.desksOn(day).stream())
        .forEach(d -> add(d.availability(), d.start(), d.end(), d.count()));
  }

  /** Counts an appointment, even if there is no capacity for it. */
  public void take(Place place) {
    add(place.availability(), place.start(), place.end(), -1);
  }

  private void add(long rule, Instant start, Instant end, int count) {
    office.add(start, end, count);
    rules.computeIfAbsent(rule, r -> new Room()).add(start, end, count);
  }

  /** How many more appointments that rule has capacity for at that time. */
  public int leftOfRule(Place place) {
    Room room = rules.get(place.availability());
    return room == null ? 0 : room.least(place.start(), place.end());
  }

  /**
   * How many more appointments the office has capacity for at that time, under all rules together.
   */
  public int leftOfOffice(Place place) {
    return office.least(place.start(), place.end());
  }

  /** A count per minute; nothing begins or ends within a minute. */
  private final class Room {

    private final int[] levels = new int[minutes];

    void add(Instant start, Instant end, int count) {
      int until = minuteOf(end);
      for (int minute = minuteOf(start); minute < until; minute++) {
        levels[minute] += count;
      }
    }

    int least(Instant start, Instant end) {
      int from = minuteOf(start);
      int until = minuteOf(end);
      int least = from < until ? levels[from] : 0;
      for (int minute = from + 1; minute < until; minute++) {
        least = Math.min(least, levels[minute]);
      }
      return least;
    }

    /** The index of a minute; instants outside the days are clamped. */
    private int minuteOf(Instant moment) {
      long sinceBegin = Math.floorDiv(moment.getEpochSecond() - begin, SECONDS);
      return (int) Math.max(0, Math.min(minutes, sinceBegin));
    }
  }
}
