package de.lokalwillkommen.core.booking;

import de.lokalwillkommen.core.kernel.DomainEvent;
import java.time.Instant;

/**
 * An appointment has changed.
 *
 * @param office the slug of its office
 * @param subject the identifier of the appointment
 * @param action what happened
 * @param at when it happened
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
