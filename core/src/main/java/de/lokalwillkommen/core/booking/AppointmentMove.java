package de.lokalwillkommen.core.booking;

import de.lokalwillkommen.core.ticketing.Actor;
import java.time.Instant;
import java.util.Optional;

/**
 * Who moves an appointment, and when it is moved.
 *
 * @param why the reason of the office, if the place that the appointment leaves is gone
 */
public record AppointmentMove(Actor actor, Instant at, Optional<OfficeReason> why) {

  /** A move that leaves a place for others. */
  public AppointmentMove(Actor actor, Instant at) {
    this(actor, at, Optional.empty());
  }
}
