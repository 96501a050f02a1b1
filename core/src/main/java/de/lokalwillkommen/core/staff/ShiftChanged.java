package de.lokalwillkommen.core.staff;

import de.lokalwillkommen.core.kernel.DomainEvent;
import java.time.Instant;

/**
 * A person has begun, changed or ended a shift.
 *
 * @param office the slug of the office
 * @param subject the identifier of the counter
 * @param at when
 */
public record ShiftChanged(String office, long subject, Instant at) implements DomainEvent {

  @Override
  public String name() {
    return "shift.changed";
  }

  @Override
  public long version() {
    return 0;
  }
}
