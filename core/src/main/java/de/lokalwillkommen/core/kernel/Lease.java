package de.lokalwillkommen.core.kernel;

import de.lokalwillkommen.core.kernel.time.TrustedTime;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** The right of one server, for a limited time, to do work that must be done once in a cluster. */
@Entity
@Table(name = "lease")
class Lease {

  @Id private String name;

  private String holder;

  @Column(name = "held_until")
  private Instant heldUntil;

  protected Lease() {}

  Lease(String name) {
    this.name = name;
    this.holder = "";
    this.heldUntil = Instant.EPOCH;
  }

  boolean takenBy(String server, Instant now, Instant until) {
    // such a lease was taken by a server whose clock was ahead
    boolean fromTheFuture = heldUntil.isAfter(until.plus(TrustedTime.TOLERANCE));
    if (!holder.equals(server) && now.isBefore(heldUntil) && !fromTheFuture) {
      return false;
    }
    holder = server;
    heldUntil = until;
    return true;
  }
}
