package de.lokalwillkommen.server.system;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** Ends processes at once, as a power cut would. */
final class PowerCut {

  private static final Duration EVERY = Duration.ofMillis(10);

  private static final int STATE = 0;
  private static final String ENDED = "Z";

  /** The number of threads of a process; the first one may have ended before the others. */
  private static final int THREADS = 17;

  private PowerCut() {}

  /** Kills all of them and waits until none of them runs. */
  static void of(List<ProcessHandle> processes) {
    processes.forEach(ProcessHandle::destroyForcibly);
    await()
        .pollInterval(EVERY)
        .atMost(Patience.seconds(20))
        .until(() -> processes.stream().noneMatch(PowerCut::runs));
  }

  /**
   * Whether a process still runs. An ended process stays in the list until its parent asks for its
   * status, which the first process of a container may never do.
   */
  private static boolean runs(ProcessHandle process) {
    try {
      String line = Files.readString(Path.of("/proc", Long.toString(process.pid()), "stat"));
      // what follows the name, which stands in parentheses
      String[] columns = line.substring(line.lastIndexOf(')') + 2).split(" ");
      return !columns[STATE].equals(ENDED) || Integer.parseInt(columns[THREADS]) > 1;
    } catch (IOException gone) {
      return false;
    }
  }
}
