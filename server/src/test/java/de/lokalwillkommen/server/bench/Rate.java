package de.lokalwillkommen.server.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;

/**
 * A throughput and the duration of each repetition.
 *
 * @param threads the number of concurrent threads
 * @param perSecond repetitions per second
 * @param micros the duration of each repetition, in microseconds
 * @param failures the number of failures
 */
record Rate(int threads, double perSecond, Histogram micros, long failures) {

  private static final int DIGITS = 3;

  /** The work that one thread repeats. */
  interface Work {
    /** Does the work once; false if it failed. */
    boolean once() throws Exception;
  }

  /** Makes the work of each thread. */
  interface Maker {
    Work make(int thread) throws Exception;
  }

  /** Runs the work in that many threads for that many seconds. */
  static Rate measure(int threads, int seconds, Maker maker) throws Exception {
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    try {
      CountDownLatch start = new CountDownLatch(1);
      List<Future<Rate>> running = new ArrayList<>();
      for (int thread = 0; thread < threads; thread++) {
        Work work = maker.make(thread);
        running.add(
            pool.submit(
                () -> {
                  start.await();
                  return doFor(seconds, work);
                }));
      }
      start.countDown();
      Histogram all = new Histogram(DIGITS);
      long failures = 0;
      for (Future<Rate> one : running) {
        all.add(one.get().micros());
        failures += one.get().failures();
      }
      return new Rate(threads, all.getTotalCount() / (double) seconds, all, failures);
    } finally {
      pool.shutdownNow();
    }
  }

  private static Rate doFor(int seconds, Work work) throws Exception {
    Histogram micros = new Histogram(DIGITS);
    long failures = 0;
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
    for (long began = System.nanoTime(); began < end; began = System.nanoTime()) {
      if (work.once()) {
        micros.recordValue(TimeUnit.NANOSECONDS.toMicros(System.nanoTime() - began));
      } else {
        failures++;
      }
    }
    return new Rate(1, 0, micros, failures);
  }

  double millis(double percentile) {
    return micros.getValueAtPercentile(percentile) / 1000.0;
  }
}
