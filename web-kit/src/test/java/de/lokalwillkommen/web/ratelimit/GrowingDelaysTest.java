package de.lokalwillkommen.web.ratelimit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import de.lokalwillkommen.core.kernel.Refusal;
import de.lokalwillkommen.core.kernel.Refused;
import de.lokalwillkommen.web.rest.Problem;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class GrowingDelaysTest {

  private final StoppedTime time = new StoppedTime();
  private final GrowingDelays<String> delays =
      new GrowingDelays<>(2, Duration.ofSeconds(30), Duration.ofMinutes(2), "some.key", time);

  private Refusal refusalOf(String key) {
    return catchThrowableOfType(Refused.class, () -> delays.begin(key)).refusal();
  }

  private void guess(int times) {
    for (int i = 0; i < times; i++) {
      delays.begin("x");
    }
  }

  @Test
  void eachWrongGuessDoublesTheWaitUpToTheLongest() {
    List<Object> waits = new ArrayList<>();
    guess(2);
    for (int i = 0; i < 4; i++) {
      Object wait = refusalOf("x").facts().get(Problem.RETRY_AFTER);
      waits.add(wait);
      time.passes(Duration.ofSeconds((long) wait));
      guess(1);
    }

    assertThat(waits).containsExactly(30L, 60L, 120L, 120L);
  }

  @Test
  void theRefusalSpeaksOfMinutes() {
    guess(2);

    assertThat(refusalOf("x").key()).isEqualTo("some.key");
    assertThat(refusalOf("x").arguments()).containsExactly(1L);
  }

  @Test
  void oneDoesNotWaitForAnother() {
    guess(2);

    assertThatCode(() -> delays.begin("y")).doesNotThrowAnyException();
  }

  @Test
  void manyAtOnceAreNoWayAround() {
    GrowingDelays.Attempt first = delays.begin("x");
    delays.begin("x");

    assertThat(refusalOf("x").facts()).containsKey(Problem.RETRY_AFTER);
    first.doesNotCount();
    assertThatCode(() -> delays.begin("x")).doesNotThrowAnyException();
  }

  @Test
  void aRightOneForgetsTheWrongOnesAndSoDoesADay() {
    guess(1);
    delays.begin("x").wasRight();
    guess(2);
    refusalOf("x");

    time.passes(Duration.ofDays(1).plusSeconds(1));

    guess(2);
  }

  @Test
  void uncountedAttemptsChangeNothing() {
    guess(2);
    time.passes(Duration.ofSeconds(30));

    delays.begin("x").doesNotCount();

    assertThatCode(() -> delays.begin("x")).doesNotThrowAnyException();
  }

  /** After a leap ahead and back of a wall clock, the lock would last until the day of the leap. */
  @Test
  void noWaitIsMeasuredByAWallClock() {
    Duration second = Duration.ofSeconds(1);

    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> new GrowingDelays<>(1, second, second, "some.key", TimeMeter.SYSTEM_MILLISECONDS))
        .withMessageContaining("wall clock");
  }
}
