package de.lokalwillkommen.core.kernel;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;

/** The office's time when it was last stored; the next start is compared with it. */
@Entity
@Table(name = "known_time")
class KnownTime {

  static final int ONLY = 1;

  @Id private int id;

  @Column(name = "known_at")
  private Instant at;

  /** What the database's clock showed at that moment. */
  @Column(name = "database_at")
  private Instant databaseAt;

  /** Since when it is not proven; null if it is. */
  @Column(name = "unproven_since")
  private Instant unprovenSince;

  protected KnownTime() {}

  void is(Instant present, Instant databaseClock, Optional<Instant> unproven) {
    at = present;
    databaseAt = databaseClock;
    unprovenSince = unproven.orElse(null);
  }
}
