package de.lokalwillkommen.web.pace;

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

class PaceTest {

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
  private final Pace pace =
      Pace.of(
          Bandwidth.builder().capacity(3).refillGreedy(1, Duration.ofSeconds(10)).build(), time);

  private void passes(Duration duration) {
    nanos += duration.toNanos();
  }

  private static Refusal refusalOf(Pace pace, int count) {
    return catchThrowableOfType(Refused.class, () -> pace.take(count)).refusal();
  }

  @Test
  void whoIsTooFastIsToldWhenItIsWorthAskingAgain() {
    pace.take(3);
    passes(Duration.ofMillis(2500));

    Refusal refusal = refusalOf(pace, 1);

    assertThat(refusal.kind()).isEqualTo(Kind.TOO_OFTEN);
    assertThat(refusal.key()).isEqualTo("request.tooMany");
    assertThat(refusal.facts()).containsEntry(Problem.RETRY_AFTER, 8L);
    assertThat(refusalOf(pace, 2).facts()).containsEntry(Problem.RETRY_AFTER, 18L);
    passes(Duration.ofSeconds(8));
    assertThat(pace.tryTake()).isEmpty();
  }

  @Test
  void severalAreTakenTogetherOrNotAtAll() {
    pace.take(2);

    refusalOf(pace, 2);

    assertThat(pace.tryTake()).isEmpty();
    assertThat(pace.tryTake()).isPresent();
  }

  @Test
  void moreThanThereEverAreTakesAllThereAre() {
    pace.take(4);

    assertThat(pace.tryTake()).isPresent();
  }

  /** All offices are searched, and none has been set up yet. */
  @Test
  void nothingIsAlwaysLeft() {
    pace.take(3);

    assertThatCode(() -> pace.take(0)).doesNotThrowAnyException();
    assertThat(pace.tryTake()).isPresent();
  }

  @Test
  void whatDoesNotCountIsGivenBack() {
    pace.take(3);

    pace.giveBack();

    assertThat(pace.tryTake()).isEmpty();
    assertThat(pace.tryTake()).isPresent();
  }

  @Test
  void aPaceMayRefuseInItsOwnWords() {
    Pace busy = pace.refusing("booking.busy");
    busy.take(3);

    assertThat(refusalOf(busy, 1).key()).isEqualTo("booking.busy");
  }

  /** A clock that leaps ahead and back would leave nothing until the day to which it leapt. */
  @Test
  void noPaceIsMeasuredByAWallClock() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Pace.of(1, 1, Duration.ofSeconds(1), TimeMeter.SYSTEM_MILLISECONDS))
        .withMessageContaining("wall clock");
    assertThatCode(() -> Pace.of(1, 1, Duration.ofSeconds(1))).doesNotThrowAnyException();
  }
}
