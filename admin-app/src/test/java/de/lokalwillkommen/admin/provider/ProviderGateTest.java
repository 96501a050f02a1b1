package de.lokalwillkommen.admin.provider;

import static de.lokalwillkommen.core.kernel.Refusals.refusalOf;
import static org.assertj.core.api.Assertions.assertThat;

import de.lokalwillkommen.core.kernel.AtOnce;
import de.lokalwillkommen.core.kernel.Refused;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ProviderGateTest {

  private final AtomicLong nanos = new AtomicLong(-5);
  private final ProviderGate gate = new ProviderGate(nanos::get);

  @Test
  void fewWaitForTheProviderAtOnce() throws Exception {
    CountDownLatch refused = new CountDownLatch(20 - ProviderGate.AT_ONCE);
    AtomicInteger most = new AtomicInteger();
    AtomicInteger inside = new AtomicInteger();

    List<String> results =
        AtOnce.race(
            20,
            () -> {
              try {
                return gate.pass(
                    () -> {
                      most.accumulateAndGet(inside.incrementAndGet(), Math::max);
                      hold(refused);
                      return "passed";
                    });
              } catch (Refused tooMany) {
                refused.countDown();
                return tooMany.refusal().key();
              }
            });

    assertThat(most.get()).isEqualTo(ProviderGate.AT_ONCE);
    assertThat(results).filteredOn("passed"::equals).hasSize(ProviderGate.AT_ONCE);
  }

  private static void hold(CountDownLatch until) {
    try {
      until.await(10, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void afterAFailureNoneWaitsForSomeSeconds() {
    assertThat(refusalOf(this::fail).key()).isEqualTo("federation.away");
    assertThat(refusalOf(() -> gate.pass(() -> "asked")).key()).isEqualTo("federation.away");

    nanos.addAndGet(ProviderGate.PAUSE.plus(Duration.ofMillis(1)).toNanos());
    assertThat(gate.<String>pass(() -> "asked")).isEqualTo("asked");
  }

  private void fail() {
    gate.pass(
        () -> {
          throw new IOException("down");
        });
  }
}
