package de.lokalwillkommen.server.run;

import de.lokalwillkommen.core.kernel.time.TrustedTime;
import de.lokalwillkommen.core.storage.shared.BackupFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.Logger;
import java.util.stream.Stream;

/**
 * Deletes log files and backups before an upgrade after their time, in this server's data
 * directory. Like the jobs that delete rows it waits until the time is settled: a clock that is
 * ahead makes all files old.
 */
final class ExpiredFiles {
  /** How long a log file is kept after its last line. */
  static final Duration LOGS_KEPT = Duration.ofDays(30);

  static final Duration EVERY = Duration.ofMinutes(10);

  private static final Logger LOG = Logger.getLogger(ExpiredFiles.class.getName());

  /** The embedded database keeps it open. */
  private static final String OPEN = "derby-0.log";

  private final Path logs;
  private final BackupFolder backups;
  private final BooleanSupplier isSettled;
  private final InstantSource clock;

  ExpiredFiles(Path logs, BackupFolder backups, BooleanSupplier isSettled, InstantSource clock) {
    this.logs = logs;
    this.backups = backups;
    this.isSettled = isSettled;
    this.clock = clock;
  }

  static void begin(ServerOptions options) {
    TrustedTime time = TrustedTime.ofServer();
    String logs = LogManager.getLogManager().getProperty(DailyLog.class.getName() + ".directory");
    ExpiredFiles files =
        new ExpiredFiles(
            Path.of(logs),
            BackupFolder.beforeUpgrade(options.key()),
            time::isSettled,
            // files have the machine's time, also in a demonstration at another one
            time::outside);
    Executors.newSingleThreadScheduledExecutor(ExpiredFiles::thread)
        .scheduleWithFixedDelay(
            files::look, EVERY.toSeconds(), EVERY.toSeconds(), TimeUnit.SECONDS);
  }

  private static Thread thread(Runnable task) {
    Thread thread = new Thread(task, "expired-files");
    thread.setDaemon(true);
    return thread;
  }

  /** Deletes what is expired; never throws, which would end the schedule. */
  void look() {
    try {
      if (isSettled.getAsBoolean()) {
        Instant now = clock.instant();
        Instant logsFrom = now.minus(LOGS_KEPT);
        remove("logs", this::listLogs, log -> modified(log).isBefore(logsFrom));
        Instant backupsFrom = now.minus(BackupFolder.LONGEST);
        remove("backups", backups::listAll, backup -> backups.isBefore(backup, backupsFrom));
      }
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, e, () -> "a round of the expired files failed");
    }
  }

  /** A file that cannot be deleted does not keep the others. */
  private static void remove(String what, Listing all, Expiry isExpired) {
    List<Path> files;
    try {
      files = all.list();
    } catch (IOException | UncheckedIOException e) {
      LOG.log(
          Level.WARNING,
          "the expired {0} were not deleted: {1}",
          new Object[] {what, e.getClass().getSimpleName()});
      return;
    }
    for (Path file : files) {
      try {
        if (isExpired.test(file)) {
          Files.deleteIfExists(file);
        }
      } catch (IOException e) {
        // the message would have the whole path
        LOG.log(
            Level.WARNING,
            "the expired file {0} was not deleted: {1}",
            new Object[] {file.getFileName(), e.getClass().getSimpleName()});
      }
    }
  }

  private static Instant modified(Path file) throws IOException {
    return Files.getLastModifiedTime(file).toInstant();
  }

  private List<Path> listLogs() throws IOException {
    try (Stream<Path> files = Files.list(logs)) {
      return files
          .filter(file -> file.getFileName().toString().endsWith(".log"))
          .filter(file -> !file.endsWith(OPEN))
          .filter(Files::isRegularFile)
          .toList();
    }
  }

  @FunctionalInterface
  private interface Listing {
    List<Path> list() throws IOException;
  }

  @FunctionalInterface
  private interface Expiry {
    boolean test(Path file) throws IOException;
  }
}
