package de.lokalwillkommen.core.kernel;

import de.lokalwillkommen.core.kernel.time.TrustedTime;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.sql.Timestamp;
import java.time.Instant;

/**
 * Stores the current time in the database, and compares it with the database's own clock: all
 * servers of a cluster share that one, and it often runs on another machine. A server whose clock
 * is in doubt stores nothing.
 */
@UseCase
public class RecordingTime {

  private static final String CLOCK = "select current_timestamp from known_time where id = ?";

  private EntityManager entities;
  private TrustedTime time;

  protected RecordingTime() {}

  @Inject
  RecordingTime(EntityManager entities, TrustedTime time) {
    this.entities = entities;
    this.time = time;
  }

  /** Reads the database's clock, and stores the time unless the clock is in doubt. */
  public void note() {
    KnownTime known =
        entities.find(KnownTime.class, KnownTime.ONLY, LockModeType.PESSIMISTIC_WRITE);
    Instant database =
        ((Timestamp)
                entities.createNativeQuery(CLOCK).setParameter(1, KnownTime.ONLY).getSingleResult())
            .toInstant();
    time.hear(database);
    if (time.findDoubt().isEmpty()) {
      known.is(time.now(), database, time.findUnprovenSince());
    }
  }
}
