package de.lokalwillkommen.server.launch.host;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Instant;

/** Checks of the machine, without which a start would fail with a stack trace. */
public final class Machine {
  /** The date of this release: a clock before it has never been set. */
  static final Instant EARLIEST = Instant.parse("2026-01-01T00:00:00Z");

  private Machine() {}

  /**
   * Checks the machine's name and clock.
   *
   * @throws Refusal if the server could not start, or would begin with a wrong time
   */
  public static void requireUsable(Clock clock) {
    requireSetClock(clock);
    requireKnownName(InetAddress::getLocalHost);
  }

  static void requireSetClock(Clock clock) {
    Instant now = clock.instant();
    if (now.isBefore(EARLIEST)) {
      throw new Refusal(
          "this machine's clock says " + now + ", which is before this release was made: set it");
    }
  }

  /**
   * Payara looks up the name of its machine while it boots.
   *
   * @param lookUp looks the name up
   */
  static void requireKnownName(LookUp lookUp) {
    try {
      lookUp.run();
    } catch (UnknownHostException e) {
      // the message is "NAME: NAME: reason"
      String name = e.getMessage().replaceAll(":.*", "");
      throw new Refusal(
          "this machine's own name "
              + name
              + " does not resolve: add the line '127.0.1.1 "
              + name
              + "' to /etc/hosts",
          e);
    }
  }

  /** Looks up the name of this machine. */
  @FunctionalInterface
  interface LookUp {
    InetAddress run() throws UnknownHostException;
  }
}
