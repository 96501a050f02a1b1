package de.lokalwillkommen.core.staff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.lokalwillkommen.core.kernel.AtOnce;
import de.lokalwillkommen.core.kernel.Refusal.Kind;
import de.lokalwillkommen.core.kernel.Refused;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class PasswordChecksTest {

  private static final PasswordHash KEPT = PasswordHash.of("correct horse");

  @Test
  void fortyStrangersAtOnceAreServedTwoAtATime() throws Exception {
    AtomicInteger running = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    PasswordChecks checks =
        new PasswordChecks(
            (kept, password) -> {
              most.accumulateAndGet(running.incrementAndGet(), Math::max);
              try {
                return kept.matches(password);
              } finally {
                running.decrementAndGet();
              }
            },
            Duration.ofDays(1));

    List<Boolean> answers =
        AtOnce.race(
            40,
            thread ->
                () ->
                    checks.isRight(
                        shown(thread == 0 ? "correct horse" : "wrong"),
                        thread % 2 == 0 ? Optional.of(KEPT) : Optional.empty()));

    assertThat(most).hasValue(2);
    assertThat(answers).containsOnlyOnce(true).startsWith(true);
  }

  @Test
  void aCheckThatWaitsTooLongIsRefusedAndServedLater() throws Exception {
    CountDownLatch begun = new CountDownLatch(2);
    CountDownLatch leave = new CountDownLatch(1);
    PasswordChecks checks =
        new PasswordChecks(
            (kept, password) -> {
              begun.countDown();
              await(leave);
              return kept.matches(password);
            },
            Duration.ofMillis(10));
    ExecutorService threads = Executors.newFixedThreadPool(2);
    try {
      Future<Boolean> first =
          threads.submit(() -> checks.isRight(shown("correct horse"), Optional.of(KEPT)));
      Future<Boolean> second =
          threads.submit(() -> checks.isRight(shown("wrong"), Optional.of(KEPT)));
      begun.await();

      assertThatThrownBy(() -> checks.isRight(shown("correct horse"), Optional.of(KEPT)))
          .isInstanceOfSatisfying(
              Refused.class,
              refused -> assertThat(refused.refusal().kind()).isEqualTo(Kind.TOO_OFTEN));

      leave.countDown();
      assertThat(first.get()).isTrue();
      assertThat(second.get()).isFalse();
      assertThat(checks.isRight(shown("correct horse"), Optional.of(KEPT))).isTrue();
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void aKnownBrowserDoesNotWaitForUnknownOnes() throws Exception {
    CountDownLatch begun = new CountDownLatch(2);
    CountDownLatch leave = new CountDownLatch(1);
    PasswordChecks checks =
        new PasswordChecks(
            (kept, password) -> {
              if (password.equals("wrong")) {
                begun.countDown();
                await(leave);
              }
              return kept.matches(password);
            },
            Duration.ZERO);
    ExecutorService threads = Executors.newFixedThreadPool(2);
    try {
      for (int i = 0; i < 2; i++) {
        threads.submit(() -> checks.isRight(shown("wrong"), Optional.of(KEPT)));
      }
      begun.await();

      Credentials known = new Credentials("lena", "correct horse", true);
      assertThat(checks.isRight(known, Optional.of(KEPT))).isTrue();
    } finally {
      leave.countDown();
      threads.shutdownNow();
    }
  }

  private static Credentials shown(String password) {
    return new Credentials("lena", password, false);
  }

  @Test
  void aFailedComparisonFreesItsPlace() {
    PasswordChecks checks =
        new PasswordChecks(
            (kept, password) -> {
              throw new IllegalStateException();
            },
            Duration.ZERO);

    for (int i = 0; i < 3; i++) {
      assertThatThrownBy(() -> checks.isRight(shown("wrong"), Optional.of(KEPT)))
          .isInstanceOf(IllegalStateException.class);
    }
  }

  @Test
  void withoutAnAccountNoPasswordIsRight() {
    PasswordChecks checks = new PasswordChecks((kept, password) -> true, Duration.ZERO);

    assertThat(checks.isRight(shown("anything"), Optional.empty())).isFalse();
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
