package de.lokalwillkommen.core.kernel;

import de.lokalwillkommen.core.kernel.time.TrustedTime;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** The right of one server to do something that must be done once in a cluster, for a while. */
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
    // a lease that ends later than one taken now was taken by a clock that was ahead
    boolean fromTheFuture = heldUntil.isAfter(until.plus(TrustedTime.TOLERANCE));
    if (!holder.equals(server) && now.isBefore(heldUntil) && !fromTheFuture) {
      return false;
    }
    holder = server;
    heldUntil = until;
    return true;
  }
}
