package de.lokalwillkommen.server.run;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/**
 * The messages of the server to the launcher: single lines on standard output, to which nothing
 * else in the server writes.
 */
final class LauncherLine {
  private final PrintStream out;

  private LauncherLine(PrintStream out) {
    this.out = out;
  }

  static LauncherLine overStandardOutput() {
    LauncherLine line = new LauncherLine(new PrintStream(System.out, true, StandardCharsets.UTF_8));
    System.setOut(System.err);
    return line;
  }

  /** Reports what the start waits for. */
  void waitsFor(String what) {
    say("waits", what);
  }

  /** Reports a notice for the operator; the start goes on. */
  void remarks(String what) {
    say("remarks", what);
  }

  void ready() {
    out.println("ready");
  }

  void refused(String reason) {
    say("refused", reason);
  }

  /** Asks for a retry. */
  void unbooted(String reason) {
    say("unbooted", reason);
  }

  /** Reports that the server ends by itself after it has been ready. */
  void failed(String reason) {
    say("failed", reason);
  }

  private void say(String what, String reason) {
    out.println(what + " " + reason.lines().findFirst().orElse(""));
  }
}
