package de.lokalwillkommen.admin.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class FewAtOnceTest {

  private static final int MOST = 2;
  private static final int TASKS = 20;

  @Test
  void tasksThatHangLeaveTheOtherThreadsFreeAndAllRunInTheEnd() throws InterruptedException {
    ExecutorService threads = Executors.newFixedThreadPool(TASKS);
    FewAtOnce few = new FewAtOnce(MOST);
    CountDownLatch hanging = new CountDownLatch(1);
    CountDownLatch begun = new CountDownLatch(MOST);
    CountDownLatch done = new CountDownLatch(TASKS);
    AtomicInteger now = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();

    for (int task = 0; task < TASKS; task++) {
      few.run(
          () -> {
            most.accumulateAndGet(now.incrementAndGet(), Math::max);
            begun.countDown();
            awaitUninterrupted(hanging);
            now.decrementAndGet();
            done.countDown();
          },
          threads);
    }
    assertThat(begun.await(10, TimeUnit.SECONDS)).isTrue();
    hanging.countDown();

    assertThat(done.await(10, TimeUnit.SECONDS)).isTrue();
    assertThat(most.get()).isEqualTo(MOST);
    threads.shutdown();
  }

  @Test
  void aTaskThatFailsTakesNoPlaceWithIt() {
    FewAtOnce few = new FewAtOnce(1);
    AtomicInteger ran = new AtomicInteger();

    for (int task = 0; task < MOST; task++) {
      try {
        few.run(
            () -> {
              ran.incrementAndGet();
              throw new IllegalStateException("broken");
            },
            Runnable::run);
      } catch (IllegalStateException broken) {
        // the caller's thread ran it
      }
    }

    assertThat(ran.get()).isEqualTo(MOST);
  }

  private static void awaitUninterrupted(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
