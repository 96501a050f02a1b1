package de.lokalwillkommen.server.run;

import de.lokalwillkommen.core.storage.shared.StorageState;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Sets up the watch over this server's database, and ends the process when that is necessary. */
final class StorageGuard {
  private static final Logger LOG = Logger.getLogger(StorageGuard.class.getName());
  private static final String DERBY = "jdbc:derby:";
  private static final Duration STOPPING = Duration.ofSeconds(20);
  private static final int FAILED = 1;

  private StorageGuard() {}

  static StorageWatch begin(ServerOptions options, StorageWatch.Pool pool, LauncherLine launcher) {
    Map<String, String> environment = System.getenv();
    String url = environment.get("LW_DB_URL");
    Optional<DataDisk> disk =
        Optional.of(url)
            .filter(u -> u.startsWith(DERBY))
            .map(u -> new DataDisk(Path.of(u.substring(DERBY.length())), options.diskReserve()));
    StorageWatch watch =
        new StorageWatch(
            new DatabaseProbe(
                url,
                environment.getOrDefault("LW_DB_USER", ""),
                environment.getOrDefault("LW_DB_PASSWORD", "")),
            disk,
            pool,
            StorageState.ofThisServer(),
            reason -> end(reason, launcher),
            System::nanoTime);
    watch.begin();
    return watch;
  }

  /** Whether the database is away or not yet opened again by the watch. */
  static boolean isAway() {
    return StorageState.ofThisServer().findings().away() || DerbyDoor.isShut();
  }

  private static void end(String reason, LauncherLine launcher) {
    LOG.log(Level.SEVERE, "the server ends: {0}", reason);
    launcher.failed(reason);
    Thread exit = new Thread(() -> System.exit(FAILED), "end");
    exit.start();
    Thread limit = new Thread(() -> haltAfter(exit), "end-in-time");
    limit.setDaemon(true);
    limit.start();
  }

  /** Forces the end, since a database that hangs may block a clean stop. */
  private static void haltAfter(Thread exit) {
    try {
      exit.join(STOPPING.toMillis());
      Runtime.getRuntime().halt(FAILED);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
