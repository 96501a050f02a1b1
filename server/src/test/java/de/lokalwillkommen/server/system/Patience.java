package de.lokalwillkommen.server.system;

import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.time.Duration;
import org.awaitility.Awaitility;

/**
 * The time limits of tests. They are given for a usual machine and grow on one that is slower or
 * busier. Its speed is measured by the starts of servers, of which every test has at least one
 * before it waits for anything: each takes processor, disk and network as the test does.
 */
final class Patience {

  /** How long a server takes to start on a usual machine that does nothing else. */
  private static final Duration USUAL_START = Duration.ofSeconds(10);

  private static final Duration USUAL_WAIT = Duration.ofSeconds(10);
  private static final Duration USUAL_LOOK = Duration.ofSeconds(5);

  private static double slowness = 1;

  private Patience() {}

  /** Takes note of how long a server has taken to start: the slowest counts. */
  static synchronized void measure(Duration start) {
    slowness = Math.max(slowness, (double) start.toMillis() / USUAL_START.toMillis());
    setDefaults();
  }

  /** Sets what the libraries wait for when a test names no bound. */
  static synchronized void setDefaults() {
    Awaitility.setDefaultTimeout(of(USUAL_WAIT));
    PlaywrightAssertions.setDefaultAssertionTimeout(of(USUAL_LOOK).toMillis());
  }

  /**
   * The bound on this machine.
   *
   * @param usual the bound on a usual machine
   */
  static synchronized Duration of(Duration usual) {
    return Duration.ofMillis((long) (usual.toMillis() * slowness));
  }

  /** The bound on this machine, from seconds on a usual one. */
  static Duration seconds(long usual) {
    return of(Duration.ofSeconds(usual));
  }

  /** The bound on this machine in milliseconds, from seconds on a usual one. */
  static int millis(long usualSeconds) {
    return (int) seconds(usualSeconds).toMillis();
  }
}
