package de.lokalwillkommen.server.front;

import java.util.concurrent.atomic.AtomicLong;

/** The memory for partly received requests of all connections together. */
final class Budget {

  private final long most;
  private final AtomicLong used = new AtomicLong();

  Budget(long most) {
    this.most = most;
  }

  /** Reserves or releases the difference; false, without a change, if there is not enough. */
  boolean change(long difference) {
    long now = used.addAndGet(difference);
    if (difference > 0 && now > most) {
      used.addAndGet(-difference);
      return false;
    }
    return true;
  }

  long used() {
    return used.get();
  }
}
