package de.lokalwillkommen.web.ratelimit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import de.lokalwillkommen.core.kernel.Refusal;
import de.lokalwillkommen.core.kernel.Refusal.Kind;
import de.lokalwillkommen.core.kernel.Refused;
import de.lokalwillkommen.web.rest.Problem;
import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class RateLimitTest {

  private long nanos;

  private final TimeMeter time =
      new TimeMeter() {
        @Override
        public long currentTimeNanos() {
          return nanos;
        }

        @Override
        public boolean isWallClockBased() {
          return false;
        }
      };

  /** Three at once, then one in ten seconds. */
  private final RateLimit limit =
      RateLimit.of(
          Bandwidth.builder().capacity(3).refillGreedy(1, Duration.ofSeconds(10)).build(), time);

  private void passes(Duration duration) {
    nanos += duration.toNanos();
  }

  private static Refusal refusalOf(RateLimit limit, int count) {
    return catchThrowableOfType(Refused.class, () -> limit.take(count)).refusal();
  }

  @Test
  void aRefusalSaysWhenARetryCanSucceed() {
    limit.take(3);
    passes(Duration.ofMillis(2500));

    Refusal refusal = refusalOf(limit, 1);

    assertThat(refusal.kind()).isEqualTo(Kind.TOO_OFTEN);
    assertThat(refusal.key()).isEqualTo("request.tooMany");
    assertThat(refusal.facts()).containsEntry(Problem.RETRY_AFTER, 8L);
    assertThat(refusalOf(limit, 2).facts()).containsEntry(Problem.RETRY_AFTER, 18L);
    passes(Duration.ofSeconds(8));
    assertThat(limit.tryTake()).isEmpty();
  }

  @Test
  void severalAreTakenTogetherOrNotAtAll() {
    limit.take(2);

    refusalOf(limit, 2);

    assertThat(limit.tryTake()).isEmpty();
    assertThat(limit.tryTake()).isPresent();
  }

  @Test
  void moreThanTheBurstCapacityTakesAllOfIt() {
    limit.take(4);

    assertThat(limit.tryTake()).isPresent();
  }

  /** All offices are searched, and none has been set up yet. */
  @Test
  void nothingIsAlwaysLeft() {
    limit.take(3);

    assertThatCode(() -> limit.take(0)).doesNotThrowAnyException();
    assertThat(limit.tryTake()).isPresent();
  }

  @Test
  void uncountedAttemptsAreGivenBack() {
    limit.take(3);

    limit.giveBack();

    assertThat(limit.tryTake()).isEmpty();
    assertThat(limit.tryTake()).isPresent();
  }

  @Test
  void aRateLimitMayRefuseInItsOwnWords() {
    RateLimit busy = limit.refusing("booking.busy");
    busy.take(3);

    assertThat(refusalOf(busy, 1).key()).isEqualTo("booking.busy");
  }

  /**
   * After a leap ahead and back of a wall clock, nothing would be left until the day of the leap.
   */
  @Test
  void noRateLimitIsMeasuredByAWallClock() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> RateLimit.of(1, 1, Duration.ofSeconds(1), TimeMeter.SYSTEM_MILLISECONDS))
        .withMessageContaining("wall clock");
    assertThatCode(() -> RateLimit.of(1, 1, Duration.ofSeconds(1))).doesNotThrowAnyException();
  }
}
