package de.lokalwillkommen.server.run;

import java.io.IOException;

/**
 * Ends the server when the launcher has ended: its end of standard input closes then, however it
 * died.
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
      // as good as closed
    }
    System.exit(0);
  }
}
