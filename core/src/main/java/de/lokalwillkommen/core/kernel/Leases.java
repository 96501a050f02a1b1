package de.lokalwillkommen.core.kernel;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/** Ensures that one server of a cluster at a time does a piece of work. */
@UseCase
public class Leases {

  private final String server = UUID.randomUUID().toString();
  private EntityManager entities;
  private Clock clock;

  protected Leases() {}

  @Inject
  Leases(EntityManager entities, Clock clock) {
    this.entities = entities;
    this.clock = clock;
  }

  /** Takes or prolongs a lease; false while another server holds it. */
  public boolean take(String name, Duration length) {
    Instant now = clock.instant();
    Lease lease = entities.find(Lease.class, name, LockModeType.PESSIMISTIC_WRITE);
    if (lease == null) {
      lease = new Lease(name);
      entities.persist(lease);
    }
    return lease.takenBy(server, now, now.plus(length));
  }
}
