package de.lokalwillkommen.core.kernel;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

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

  protected KnownTime() {}

  void is(Instant present, Instant databaseClock) {
    at = present;
    databaseAt = databaseClock;
  }
}
