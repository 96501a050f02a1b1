package de.lokalwillkommen.server.bench;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLongArray;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

/**
 * The times from the click to each board of one office, for each call. A board shows several calls
 * at a time: two calls in quick succession share one message.
 */
final class CallTimes {

  private static final int DIGITS = 3;

  private final int calls;
  private final long before;
  private final AtomicLongArray clicked;
  private final AtomicLongArray last;
  private final Histogram micros = new ConcurrentHistogram(DIGITS);
  private int clicks;

  /**
   * @param calls the number of calls that will follow
   * @param before the number of the last call before them
   */
  CallTimes(int calls, long before) {
    this.calls = calls;
    this.before = before;
    this.clicked = new AtomicLongArray(calls);
    this.last = new AtomicLongArray(calls);
  }

  /** Records the click that calls the next visitor. */
  void click() {
    clicked.set(clicks++, System.nanoTime());
  }

  /** Records that a board shows a call for the first time. */
  void seen(long call) {
    int index = (int) (call - before - 1);
    if (index >= 0 && index < calls && clicked.get(index) > 0) {
      long nanos = System.nanoTime() - clicked.get(index);
      micros.recordValue(TimeUnit.NANOSECONDS.toMicros(nanos));
      last.accumulateAndGet(index, nanos, Math::max);
    }
  }

  /** The times of all boards, in microseconds. */
  Histogram micros() {
    return micros;
  }

  /** The time of each call's last board, in microseconds. */
  Histogram lastBoard() {
    Histogram times = new Histogram(DIGITS);
    for (int i = 0; i < calls; i++) {
      times.recordValue(TimeUnit.NANOSECONDS.toMicros(last.get(i)));
    }
    return times;
  }

  /** The number of times that a board has not shown a call. */
  long missed(int boards) {
    return (long) calls * boards - micros.getTotalCount();
  }
}
