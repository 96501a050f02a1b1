package de.lokalwillkommen.core.timetable;

import java.time.Instant;
import java.util.stream.Stream;

/**
 * One desk for one stretch of time: what an appointment takes.
 *
 * @param availability the identifier of the rule to which the desk belongs
 * @param desk its number there, from 1
 * @param start the first instant
 * @param end the first instant no longer in it
 */
public record Place(long availability, int desk, Instant start, Instant end) {

  /** Whether both take the same desk at some moment. */
  public boolean overlaps(Place other) {
    return availability == other.availability
        && desk == other.desk
        && start.isBefore(other.end)
        && end.isAfter(other.start);
  }

  /** When its cells of five minutes begin, in order. */
  public Stream<Instant> cells() {
    return Stream.iterate(start, c -> c.isBefore(end), c -> c.plus(Cells.LENGTH));
  }
}
