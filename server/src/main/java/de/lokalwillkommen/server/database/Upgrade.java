package de.lokalwillkommen.server.database;

import de.lokalwillkommen.core.storage.shared.BackupFolder;
import de.lokalwillkommen.server.archive.ArchiveRows;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Optional;

/** Brings a database up to date, and writes a backup of what it holds before. */
final class Upgrade {
  private static final int KEPT = 3;
  private static final String UNCHANGED =
      "the database is not brought up to date without a backup before";

  private final Database database;
  private final Path key;
  private final Clock clock;

  /**
   * @param key the file of the visitor key; the backups lie in a folder beside its own
   */
  Upgrade(Database database, Path key, Clock clock) {
    this.database = database;
    this.key = key.toAbsolutePath();
    this.clock = clock;
  }

  /**
   * Does it.
   *
   * @throws DatabaseRefusal if a backup is needed and cannot be written; nothing is changed then
   */
  void run() {
    if (database.isBehind() && hasRows()) {
      backUp();
    }
    database.migrate();
  }

  private boolean hasRows() {
    try (Connection connection = database.connect()) {
      return !new ArchiveRows(connection).isEmpty();
    } catch (SQLException e) {
      throw new DatabaseRefusal("the database could not be read", e);
    }
  }

  private void backUp() {
    try {
      backUpInto(BackupFolder.beforeUpgrade(key));
    } catch (DatabaseRefusal e) {
      throw new DatabaseRefusal(UNCHANGED + ": " + e.getMessage());
    } catch (IOException e) {
      throw new DatabaseRefusal(UNCHANGED, e);
    }
  }

  private void backUpInto(BackupFolder folder) throws IOException {
    if (!Files.exists(folder.path())) {
      Files.createDirectory(
          folder.path(),
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    }
    new Safekeeping(database, key, false, clock)
        .backup(folder.fileOf(clock.instant(), false), Optional.empty());
    folder.keep(KEPT);
  }
}
