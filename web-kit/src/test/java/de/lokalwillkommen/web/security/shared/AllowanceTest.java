package de.lokalwillkommen.web.security.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AllowanceTest {

  private static final long SECOND = 1_000_000_000;

  private long now = Long.MAX_VALUE - SECOND;
  private final Allowance allowance = new Allowance(() -> now);

  private long taken() {
    return IntStream.range(0, 1_000).filter(i -> allowance.take()).count();
  }

  @Test
  void threeHundredAtOnceThenFiveASecond() {
    assertThat(taken()).isEqualTo(300);
    now += 2 * SECOND;
    assertThat(taken()).isEqualTo(10);
    now += 3_600 * SECOND;
    assertThat(taken()).isEqualTo(300);
  }

  @Test
  void omittedLinesAreCountedOnce() {
    taken();

    assertThat(allowance.pollLeftOut()).isEqualTo(700);
    assertThat(allowance.pollLeftOut()).isZero();
  }
}
