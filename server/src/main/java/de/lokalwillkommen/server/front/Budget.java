package de.lokalwillkommen.server.front;

import java.util.concurrent.atomic.AtomicLong;

/** Memory for what has arrived in part, of all connections together. */
final class Budget {

  private final long most;
  private final AtomicLong used = new AtomicLong();

  Budget(long most) {
    this.most = most;
  }

  /** Takes or gives back the difference; false, and nothing is taken, if there is not enough. */
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
