package de.lokalwillkommen.core.kernel;

import jakarta.persistence.EntityManager;
import java.time.Clock;

/** Leases over a test database. */
public final class LeaseParts {

  private LeaseParts() {}

  /** The leases as one server takes them. */
  public static Leases of(EntityManager entities, Clock clock) {
    return new Leases(entities, clock);
  }
}
