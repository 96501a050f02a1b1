package de.lokalwillkommen.core.timetable;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;

/**
 * How many more appointments somebody has time for. What counts is how many run at the same moment,
 * not at which desk: those of one rule, and those of the whole office against all its desks. The
 * second keeps in mind whoever was booked by a rule that has been changed or removed since; they
 * still come.
 */
public final class Capacity {

  private static final int SECONDS = 60;

  private final long begin;
  private final int minutes;
  private final Room office;
  private final Map<Long, Room> rules = new HashMap<>();

  /** What a timetable offers from one day to another, nobody having booked yet. */
  public Capacity(Timetable timetable, LocalDate first, LocalDate last) {
    begin = timetable.day(first).begin().getEpochSecond();
    minutes = (int) ((timetable.day(last).end().getEpochSecond() - begin) / SECONDS);
    office = new Room();
    first
        .datesUntil(last.plusDays(1))
        .flatMap(day -> timetable.desksOn(day).stream())
        .forEach(d -> add(d.availability(), d.start(), d.end(), d.count()));
  }

  /** Somebody has it; also if there is no room for them. */
  public void take(Place place) {
    add(place.availability(), place.start(), place.end(), -1);
  }

  private void add(long rule, Instant start, Instant end, int count) {
    office.add(start, end, count);
    rules.computeIfAbsent(rule, r -> new Room()).add(start, end, count);
  }

  /** How many more there may be at that time by that rule. */
  public int leftOfRule(Place place) {
    Room room = rules.get(place.availability());
    return room == null ? 0 : room.least(place.start(), place.end());
  }

  /** How many more there may be at that time, whoever has a desk for them. */
  public int leftOfOffice(Place place) {
    return office.least(place.start(), place.end());
  }

  /** A number that changes from minute to minute; nothing begins or ends within one. */
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

    /** Nothing is known of other days. */
    private int minuteOf(Instant moment) {
      long sinceBegin = Math.floorDiv(moment.getEpochSecond() - begin, SECONDS);
      return (int) Math.max(0, Math.min(minutes, sinceBegin));
    }
  }
}
