package de.lokalwillkommen.core.kernel;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** Real threads that all begin at the same moment. */
public final class AtOnce {

  private AtOnce() {}

  /** Runs the same work in several threads and returns their results in no order. */
  public static <T> List<T> race(int threads, Callable<T> work) throws Exception {
    return race(threads, thread -> work);
  }

  /** Runs one piece of work in each of several threads and returns their results. */
  public static <T> List<T> race(int threads, IntFunction<Callable<T>> works) throws Exception {
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    try {
      CountDownLatch start = new CountDownLatch(1);
      List<Future<T>> running =
          IntStream.range(0, threads)
              .mapToObj(works)
              .map(
                  work ->
                      pool.submit(
                          () -> {
                            start.await();
                            return work.call();
                          }))
              .toList();
      start.countDown();
      List<T> results = new ArrayList<>();
      for (Future<T> one : running) {
        results.add(one.get());
      }
      return results;
    } finally {
      pool.shutdownNow();
    }
  }
}
