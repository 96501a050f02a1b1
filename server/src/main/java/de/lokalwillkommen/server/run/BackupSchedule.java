package de.lokalwillkommen.server.run;

import de.lokalwillkommen.core.storage.shared.BackupFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Properties;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * The backups that this server makes by itself. When the next one is due follows from the newest in
 * the folder, so that neither a restart nor a pause of the machine leaves one out.
 */
final class BackupSchedule {
  private static final Logger LOG = Logger.getLogger(BackupSchedule.class.getName());
  private static final Duration LOOKS_EVERY = Duration.ofMinutes(1);

  /** The pause after one that has failed, as on a full disk. */
  private static final Duration RETRIES_AFTER = Duration.ofHours(1);

  private final BackupFolder folder;
  private final Duration every;
  private final int keep;
  private final String recipient;
  private final SubcommandSocket.Work work;
  private final Clock clock;
  private Instant notBefore = Instant.MIN;

  /**
   * @param recipient the public key for which the backups are encrypted; empty if they are not
   */
  BackupSchedule(
      BackupFolder folder,
      Duration every,
      int keep,
      String recipient,
      SubcommandSocket.Work work,
      Clock clock) {
    this.folder = folder;
    this.every = every;
    this.keep = keep;
    this.recipient = recipient;
    this.work = work;
    this.clock = clock;
  }

  /**
   * Begins, if a folder is named.
   *
   * @param settings the properties of the launcher
   * @param work runs the subcommand
   */
  static void begin(Properties settings, SubcommandSocket.Work work) {
    if (settings.getProperty("lw.backup.dir") == null) {
      return;
    }
    BackupSchedule schedule = of(settings, work);
    Executors.newSingleThreadScheduledExecutor(BackupSchedule::thread)
        .scheduleWithFixedDelay(schedule::look, 0, LOOKS_EVERY.toSeconds(), TimeUnit.SECONDS);
  }

  private static BackupSchedule of(Properties settings, SubcommandSocket.Work work) {
    return new BackupSchedule(
        new BackupFolder(Path.of(settings.getProperty("lw.backup.dir")), BackupFolder.REGULAR),
        Duration.ofHours(Integer.parseInt(settings.getProperty("lw.backup.every"))),
        Integer.parseInt(settings.getProperty("lw.backup.keep")),
        settings.getProperty("lw.backup.recipient"),
        work,
        Clock.systemUTC());
  }

  private static Thread thread(Runnable task) {
    Thread thread = new Thread(task, "backups");
    thread.setDaemon(true);
    return thread;
  }

  /** Makes a backup if one is due; never throws, which would end the schedule. */
  void look() {
    try {
      Instant now = clock.instant();
      if (isDue(now)) {
        notBefore = now.plus(RETRIES_AFTER);
        Path file = folder.fileOf(now, !recipient.isEmpty());
        LOG.info(work.run("", new String[] {"backup", file.toString(), recipient}));
        folder.keep(keep);
        // it is measured from the last but one
        folder.keepNotLongerThan(BackupFolder.LONGEST.minus(every));
      }
    } catch (IOException | RuntimeException e) {
      LOG.log(Level.SEVERE, "no backup was made, the next try is in an hour: {0}", e.getMessage());
    }
  }

  private boolean isDue(Instant now) {
    return !now.isBefore(notBefore)
        && folder.findNewest(now).filter(newest -> newest.plus(every).isAfter(now)).isEmpty();
  }
}
