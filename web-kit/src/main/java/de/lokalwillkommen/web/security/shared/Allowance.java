package de.lokalwillkommen.web.security.shared;

import java.util.function.LongSupplier;

/** How many lines of one event may be written: some at once, then some in a second. */
final class Allowance {

  private static final int AT_ONCE = 300;
  private static final int A_SECOND = 5;
  private static final double NANOS_A_SECOND = 1_000_000_000;

  private final LongSupplier nanos;
  private double left = AT_ONCE;
  private long since;
  private long leftOut;

  /**
   * @param nanos a monotonic clock
   */
  Allowance(LongSupplier nanos) {
    this.nanos = nanos;
    this.since = nanos.getAsLong();
  }

  /** Takes one; if none is left, the line is counted as omitted. */
  synchronized boolean take() {
    long now = nanos.getAsLong();
    left = Math.min(AT_ONCE, left + (now - since) / NANOS_A_SECOND * A_SECOND);
    since = now;
    if (left < 1) {
      leftOut++;
      return false;
    }
    left--;
    return true;
  }

  /** The number of omitted lines since the last call. */
  synchronized long pollLeftOut() {
    long polled = leftOut;
    leftOut = 0;
    return polled;
  }
}
