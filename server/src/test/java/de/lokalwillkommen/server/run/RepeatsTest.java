package de.lokalwillkommen.server.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RepeatsTest {

  private static final Duration YEAR = Duration.ofDays(365);

  private long nanos;
  private Instant now = Instant.parse("2026-11-22T10:00:00Z");
  private final InstantSource source = () -> now;
  private final Repeats repeats = new Repeats(source.withZone(ZoneOffset.UTC), () -> nanos);

  private void passes(Duration duration) {
    nanos += duration.toNanos();
    now = now.plus(duration);
  }

  @Test
  void recordsWithoutAStackAreAlwaysWritten() {
    for (int i = 0; i < 100; i++) {
      assertThat(repeats.shorten("INFO a", "signed in\n")).isEqualTo("signed in\n");
    }
  }

  @Test
  void aFaultIsWrittenInFullOnceAndThenInOneLine() {
    assertThat(repeats.shorten("SEVERE a", fault("id 1", 40)))
        .contains("\tat f39")
        .contains("id 1");

    String again = repeats.shorten("SEVERE a", fault("id 2", 40));

    assertThat(again.lines())
        .singleElement()
        .asString()
        .contains("id 2", "java.lang.IllegalStateException", "2 times since 2026-11-22T10:00:00Z");
  }

  @Test
  void thousandsInAMinuteAreFewLinesAndACounter() {
    long lines = 0;
    for (int i = 0; i < 6000; i++) {
      passes(Duration.ofMillis(10));
      lines += repeats.shorten("SEVERE a", fault("id " + i, 40)).lines().count();
    }

    assertThat(lines).isLessThan(42 + 7 * Repeats.LINES_IN_WINDOW);
    passes(Repeats.WINDOW);
    assertThat(repeats.shorten("SEVERE a", fault("last", 40)))
        .contains("6001 times since", "not shown");
  }

  @Test
  void afterAWhileItIsWrittenInFullAgainWithWhatWasNotShown() {
    for (int i = 0; i < 50; i++) {
      repeats.shorten("SEVERE a", fault("id", 40));
    }
    passes(Repeats.IN_FULL_EVERY);

    assertThat(repeats.shorten("SEVERE a", fault("id", 40)))
        .contains("\tat f39", "44 more of what follows were not shown");
  }

  @Test
  void aClockThatLeapsAheadAndBackDelaysNothing() {
    now = now.plus(YEAR);
    repeats.shorten("SEVERE a", fault("id", 40));
    now = now.minus(YEAR);
    for (int i = 0; i < 50; i++) {
      repeats.shorten("SEVERE a", fault("id", 40));
    }

    passes(Repeats.WINDOW);
    assertThat(repeats.shorten("SEVERE a", fault("id", 40))).contains("not shown");
    passes(Repeats.IN_FULL_EVERY);
    assertThat(repeats.shorten("SEVERE a", fault("id", 40))).contains("\tat f39");
  }

  @Test
  void aClockThatLeapsAheadDoesNotRepeatTheStack() {
    repeats.shorten("SEVERE a", fault("id", 40));
    now = now.plus(YEAR);

    assertThat(repeats.shorten("SEVERE a", fault("id", 40))).doesNotContain("\tat");
  }

  @Test
  void anotherStackOrLoggerIsAnotherFault() {
    repeats.shorten("SEVERE a", fault("id", 40));

    assertThat(repeats.shorten("SEVERE b", fault("id", 40))).contains("\tat f39");
    assertThat(repeats.shorten("SEVERE a", fault("id", 39).replace("f1", "g1")))
        .contains("\tat f38");
  }

  @Test
  void aStackHasAnEnd() {
    assertThat(repeats.shorten("SEVERE a", fault("id", 900)).lines())
        .hasSize(Repeats.MOST_LINES + 1)
        .last()
        .asString()
        .contains("more lines");
  }

  private static String fault(String message, int frames) {
    StringBuilder text = new StringBuilder(message + "\njava.lang.IllegalStateException: why\n");
    IntStream.range(0, frames).forEach(i -> text.append("\tat f").append(i).append("\n"));
    return text.toString();
  }
}
