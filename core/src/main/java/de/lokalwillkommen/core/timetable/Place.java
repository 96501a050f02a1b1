package de.lokalwillkommen.core.timetable;

import java.time.Instant;
import java.util.stream.Stream;

/**
 * One desk for one period: what an appointment occupies.
 *
 * @param availability the identifier of the rule to which the desk belongs
 * @param desk its number in the rule, from 1
 * @param start the first instant
 * @param end the first instant after it
 */
public record Place(long availability, int desk, Instant start, Instant end) {

  /** Whether both occupy the same desk at some moment. */
  public boolean overlaps(Place other) {
    return availability == other.availability
        && desk == other.desk
        && start.isBefore(other.end)
        && end.isAfter(other.start);
  }

  /** The beginnings of its cells of five minutes, in order. */
  public Stream<Instant> cells() {
    return Stream.iterate(start, c -> c.isBefore(end), c -> c.plus(Cells.LENGTH));
  }
}
