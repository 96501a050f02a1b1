package de.lokalwillkommen.core.booking;

import de.lokalwillkommen.core.kernel.DomainEvent;
import java.time.Instant;

/**
 * Something happened to an appointment.
 *
 * @param office the slug of the office in which it is
 * @param subject the identifier of the appointment
 * @param action what happened
 * @param at when
 */
public record AppointmentChanged(String office, long subject, AppointmentAction action, Instant at)
    implements DomainEvent {

  @Override
  public String name() {
    return action.fact();
  }

  @Override
  public long version() {
    return 0;
  }
}
