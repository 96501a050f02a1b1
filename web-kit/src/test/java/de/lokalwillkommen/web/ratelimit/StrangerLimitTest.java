package de.lokalwillkommen.web.ratelimit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import de.lokalwillkommen.core.kernel.Refused;
import de.lokalwillkommen.web.security.shared.Network;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class StrangerLimitTest {

  private static final Optional<Network> UNKNOWN = Optional.empty();

  /** Four per network, ten in total, three in reserve. */
  private final StrangerLimit limit =
      new StrangerLimit(
          () -> RateLimit.of(4, 1, Duration.ofDays(1)),
          RateLimit.of(10, 1, Duration.ofDays(1)),
          RateLimit.of(3, 1, Duration.ofDays(1)));

  private static Optional<Network> network(int number) {
    return Optional.of(new Network("0a0000" + number));
  }

  private int passed(Optional<Network> network, int tries) {
    int passed = 0;
    for (int i = 0; i < tries; i++) {
      try {
        limit.take(network, 1);
        passed++;
      } catch (Refused refused) {
        // a refused attempt has not passed
      }
    }
    return passed;
  }

  @Test
  void oneNetworkDoesNotUseUpWhatAllHaveTogether() {
    assertThat(passed(network(1), 100)).isEqualTo(4);
    assertThat(passed(network(2), 1)).isEqualTo(1);
  }

  @Test
  void networksThatAskLittleAreServedFromTheReserve() {
    for (int i = 1; i <= 3; i++) {
      passed(network(i), 100);
    }

    assertThat(passed(network(1), 1)).isZero();
    assertThat(passed(network(7), 1)).isEqualTo(1);
    assertThat(passed(network(8), 1)).isEqualTo(1);
    assertThat(passed(network(9), 1)).isZero();
  }

  @Test
  void clientsWhoseNetworkIsNotKnownShareTheRateLimitOfAll() {
    assertThat(passed(UNKNOWN, 100)).isEqualTo(10);
    assertThat(passed(network(1), 1)).isEqualTo(1);
  }

  @Test
  void uncountedAttemptsAreGivenBackEverywhere() {
    for (int i = 0; i < 100; i++) {
      limit.take(network(1), 3).giveBack();
      limit.take(UNKNOWN, 3).giveBack();
    }

    assertThat(passed(network(1), 100)).isEqualTo(4);
    assertThat(passed(UNKNOWN, 100)).isEqualTo(6);
  }

  @Test
  void aNetworkThatHasUsedMoreThanHalfGetsNothingFromTheReserve() {
    passed(network(1), 3);
    passed(UNKNOWN, 100);

    assertThat(passed(network(1), 1)).isZero();
    assertThat(passed(network(2), 1)).isEqualTo(1);
  }

  @Test
  void nothingIsAlwaysLeft() {
    passed(UNKNOWN, 100);
    passed(network(1), 100);

    assertThatCode(() -> limit.take(network(1), 0)).doesNotThrowAnyException();
    assertThatCode(() -> limit.take(UNKNOWN, 0)).doesNotThrowAnyException();
  }
}
