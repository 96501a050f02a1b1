package de.lokalwillkommen.server.run;

import static org.assertj.core.api.Assertions.assertThat;

import de.lokalwillkommen.core.kernel.TestClock;
import de.lokalwillkommen.core.retention.Retention;
import de.lokalwillkommen.core.storage.shared.BackupFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExpiredFilesTest {
  private static final Instant NOON = Instant.parse("2026-11-30T11:00:00Z");
  private static final Duration MONTH = Duration.ofDays(30);

  @TempDir private Path data;

  private final TestClock clock = new TestClock(NOON);
  private boolean settled = true;
  private Path logs;
  private BackupFolder backups;
  private ExpiredFiles expired;

  @BeforeEach
  void create() throws IOException {
    logs = Files.createDirectory(data.resolve("logs"));
    backups = BackupFolder.beforeUpgrade(data.resolve("keys").resolve("visitor.key"));
    expired = new ExpiredFiles(logs, backups, () -> settled, clock);
  }

  private void log(String name, Duration ago) throws IOException {
    Path file = Files.createFile(logs.resolve(name));
    Files.setLastModifiedTime(file, FileTime.from(NOON.minus(ago)));
  }

  private void backup(Duration ago) throws IOException {
    Files.createDirectories(backups.path());
    Files.createFile(backups.fileOf(NOON.minus(ago), false));
  }

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  @Test
  void theScheduleSaysTheSame() {
    assertThat(ExpiredFiles.LOGS_KEPT).isEqualTo(Retention.LOGS.duration());
    assertThat(BackupFolder.LONGEST).isEqualTo(Retention.UPGRADE_BACKUPS.duration());
  }

  @Test
  void logsGoAMonthAfterTheirLastLine() throws IOException {
    log("server.log", Duration.ZERO);
    log("server-2026-10-31.log", MONTH);
    log("server-2026-10-30.log", MONTH.plusSeconds(1));
    log("console.log", MONTH.plusSeconds(1));
    log("hs_err_pid7.log", MONTH.plusSeconds(1));
    log("derby-0.log", Duration.ofDays(90));
    log("derby-1.log", Duration.ofDays(90));
    log("notes.txt", Duration.ofDays(90));

    expired.look();

    assertThat(names(logs))
        .containsExactly("derby-0.log", "notes.txt", "server-2026-10-31.log", "server.log");
  }

  @Test
  void backupsBeforeAnUpgradeGoAfterAMonthTheNewestAsWell() throws IOException {
    backup(MONTH);
    backup(MONTH.plusSeconds(1));
    Path other = Files.createFile(backups.path().resolve("by-hand.zip"));

    expired.look();
    assertThat(names(backups.path()))
        .containsExactly("before-upgrade-20261031T110000Z.zip", "by-hand.zip");

    clock.passes(Duration.ofSeconds(1));
    expired.look();
    assertThat(names(backups.path())).containsExactly(other.getFileName().toString());
  }

  @Test
  void aClockThatIsNotProvenDeletesNothing() throws IOException {
    settled = false;
    log("server-2026-10-01.log", Duration.ofDays(60));
    backup(Duration.ofDays(60));

    expired.look();

    assertThat(names(logs)).hasSize(1);
    assertThat(names(backups.path())).hasSize(1);
  }

  @Test
  void logsThatCannotBeListedDoNotKeepTheBackups() throws IOException {
    Files.delete(logs);
    backup(Duration.ofDays(60));

    expired.look();

    assertThat(names(backups.path())).isEmpty();
  }

  @Test
  void aFileThatCannotBeDeletedIsNamedAndDoesNotKeepTheOthers() throws IOException {
    for (int days = 31; days < 60; days++) {
      backup(Duration.ofDays(days));
    }
    Path stuck = backups.fileOf(NOON.minus(Duration.ofDays(90)), false);
    Files.createDirectories(stuck.resolve("not-empty"));
    List<String> said = new ArrayList<>();
    Handler listener = listener(said);
    Logger logger = Logger.getLogger(ExpiredFiles.class.getName());
    logger.addHandler(listener);
    try {
      expired.look();
    } finally {
      logger.removeHandler(listener);
    }

    String name = stuck.getFileName().toString();
    assertThat(names(backups.path())).containsExactly(name);
    assertThat(said)
        .singleElement()
        .asString()
        .contains(name)
        .doesNotContain(backups.path().toString());
  }

  private static Handler listener(List<String> said) {
    return new Handler() {
      @Override
      public void publish(LogRecord line) {
        said.add(new SimpleFormatter().formatMessage(line));
      }

      @Override
      public void flush() {}

      @Override
      public void close() {}
    };
  }

  @Test
  void withoutAnUpgradeThereIsNothingToDelete() throws IOException {
    log("server-2026-10-01.log", Duration.ofDays(60));
    expired.look();
    assertThat(names(logs)).isEmpty();
  }
}
