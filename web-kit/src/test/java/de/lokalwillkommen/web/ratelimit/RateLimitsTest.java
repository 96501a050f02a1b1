package de.lokalwillkommen.web.ratelimit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class RateLimitsTest {

  private final RateLimits<String> limits =
      new RateLimits<>(2, () -> RateLimit.of(1, 1, Duration.ofDays(1)));

  @Test
  void everyKeyHasItsOwnLimit() {
    limits.of("one").take();

    assertThat(limits.of("one").tryTake()).isPresent();
    assertThat(limits.of("two").tryTake()).isEmpty();
  }

  @Test
  void theLeastRecentlyUsedKeyIsForgotten() {
    limits.of("one");
    limits.of("two");
    limits.of("one");

    limits.of("three");

    assertThat(limits.knows("one")).isTrue();
    assertThat(limits.knows("two")).isFalse();
    assertThat(limits.knows("three")).isTrue();
  }

  @Test
  void askingForAKeyDoesNotCountAsUse() {
    assertThat(limits.knows("one")).isFalse();
    assertThat(limits.knows("one")).isFalse();
  }
}
