package de.lokalwillkommen.admin.webhooks;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;

/** Runs a few tasks at once on threads of others, which have more to do; further tasks wait. */
final class FewAtOnce {

  private final Queue<Runnable> waiting = new ConcurrentLinkedQueue<>();
  private final Semaphore places;

  FewAtOnce(int most) {
    this.places = new Semaphore(most);
  }

  void run(Runnable task, Executor threads) {
    waiting.add(task);
    begin(threads);
  }

  private void begin(Executor threads) {
    if (!waiting.isEmpty() && places.tryAcquire()) {
      threads.execute(() -> work(threads));
    }
  }

  private void work(Executor threads) {
    try {
      Runnable task = waiting.poll();
      if (task != null) {
        task.run();
      }
    } finally {
      places.release();
      begin(threads);
    }
  }
}
