package de.lokalwillkommen.server.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.lokalwillkommen.server.archive.SchemaVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.flywaydb.core.api.MigrationVersion;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BackupBeforeUpgradeTest {
  private static final Clock NOON =
      Clock.fixed(Instant.parse("2026-11-20T11:00:00Z"), ZoneOffset.UTC);
  private static final String OLD = "12";

  @TempDir private Path data;

  private Path key;

  @BeforeEach
  void createKey() throws IOException {
    Path keys = Files.createDirectory(data.resolve("keys"));
    key = Files.write(keys.resolve("visitor.key"), new byte[32]);
  }

  private Database derby() {
    return new Database("jdbc:derby:" + data.resolve("derby"), "", "");
  }

  private static Database old(Database database) {
    database.bringUpTo(MigrationVersion.fromVersion(OLD));
    database.alone(
        connection -> {
          try (var statement = connection.createStatement()) {
            statement.executeUpdate("insert into installation values ('from', 'before')");
          }
        });
    return database;
  }

  private void upgrade(Database database, Clock clock) {
    new Upgrade(database, key, clock).run();
  }

  private static int schemaOf(Database database) throws SQLException {
    try (Connection connection = database.connect()) {
      return SchemaVersion.of(connection);
    }
  }

  private List<String> backups() throws IOException {
    try (Stream<Path> files = Files.list(data.resolve("backups"))) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  @Test
  void whatTheOlderReleaseHeldIsInABackup() throws IOException, SQLException {
    for (Database database : List.of(old(derby()), old(EmptyDatabases.postgresql()))) {
      upgrade(database, NOON);

      assertThat(schemaOf(database)).isEqualTo(database.newestSchema());
      assertThat(backups()).containsExactly("before-upgrade-20261120T110000Z.zip");
      Path backup = data.resolve("backups").resolve(backups().get(0));
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(backup.getParent())))
          .isEqualTo("rwx------");
      Database restored = EmptyDatabases.postgresql();
      new Safekeeping(restored, key, false, NOON).restore(backup, Optional.empty());
      assertThat(new Safekeeping(restored, key, false, NOON).check()).doesNotContain("BROKEN");
      Files.delete(backup);
    }
    derby().closeThisOne();
  }

  @Test
  void withoutAnUpgradeOrWithoutRowsThereIsNone() {
    Database empty = EmptyDatabases.postgresql();
    empty.bringUpTo(MigrationVersion.fromVersion(OLD));

    upgrade(derby(), NOON);
    upgrade(derby(), NOON);
    upgrade(empty, NOON);

    assertThat(data.resolve("backups")).doesNotExist();
    derby().closeThisOne();
  }

  @Test
  void withoutItsBackupADatabaseIsNotChanged() throws IOException, SQLException {
    Database old = old(derby());
    Files.createFile(data.resolve("backups"));

    assertThatThrownBy(() -> upgrade(old, NOON))
        .isInstanceOf(DatabaseRefusal.class)
        .hasMessageContaining("without a backup before");

    assertThat(schemaOf(old)).isEqualTo(12);
    old.closeThisOne();
  }

  @Test
  void theNewestThreeAreKept() throws IOException {
    for (int day = 0; day < 4; day++) {
      Database old = old(EmptyDatabases.postgresql());

      upgrade(old, Clock.offset(NOON, Duration.ofDays(day)));
    }

    assertThat(backups())
        .containsExactly(
            "before-upgrade-20261121T110000Z.zip",
            "before-upgrade-20261122T110000Z.zip",
            "before-upgrade-20261123T110000Z.zip");
  }
}
