package de.lokalwillkommen.server.run;

import java.io.IOException;

/**
 * Ends the server when the launcher has ended: standard input is closed then, however the launcher
 * ended.
 */
final class LauncherWatch {
  private LauncherWatch() {}

  static void begin() {
    Thread watch = new Thread(LauncherWatch::untilClosed, "launcher-watch");
    watch.setDaemon(true);
    watch.start();
  }

  private static void untilClosed() {
    try {
      while (System.in.read() >= 0) {
        // nothing is ever sent
      }
    } catch (IOException e) {
      // counts as closed
    }
    System.exit(0);
  }
}
