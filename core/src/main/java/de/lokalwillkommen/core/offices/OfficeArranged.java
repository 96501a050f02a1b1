package de.lokalwillkommen.core.offices;

import de.lokalwillkommen.core.kernel.DomainEvent;
import java.time.Instant;

/**
 * The administration has changed an office: caches of the office are read again.
 *
 * @param office the slug
 * @param at when
 */
public record OfficeArranged(String office, Instant at) implements DomainEvent {

  @Override
  public String name() {
    return "office.arranged";
  }

  @Override
  public long subject() {
    return 0;
  }

  @Override
  public long version() {
    return 0;
  }
}
