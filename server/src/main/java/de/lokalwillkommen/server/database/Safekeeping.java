package de.lokalwillkommen.server.database;

import de.lokalwillkommen.server.archive.Archive;
import de.lokalwillkommen.server.archive.ArchiveRows;
import de.lokalwillkommen.server.archive.ArchiveWriter;
import de.lokalwillkommen.server.archive.Manifest;
import de.lokalwillkommen.server.archive.Rules;
import de.lokalwillkommen.server.archive.SchemaVersion;
import de.lokalwillkommen.server.archive.UnusableArchive;
import de.lokalwillkommen.server.database.rows.Ids;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.flywaydb.core.api.MigrationVersion;

/** Backup, restore and check of a database. */
final class Safekeeping {
  private final Database database;
  private final VisitorKey key;
  private final boolean shared;
  private final Clock clock;

  /**
   * @param key the file of the visitor key
   * @param shared whether the applications of this process use the database, too
   */
  Safekeeping(Database database, Path key, boolean shared, Clock clock) {
    this.database = database;
    this.key = new VisitorKey(key);
    this.shared = shared;
    this.clock = clock;
  }

  /**
   * Writes an archive.
   *
   * @param recipient the public key for which it is encrypted, if it is
   * @return the result for the operator
   */
  String backup(Path archive, Optional<String> recipient) {
    requireFree(archive);
    Manifest written =
        new Snapshot(database, shared).read(source -> write(source, archive, recipient));
    return String.format(
        Locale.ROOT,
        "%s holds %d rows of schema version %d and the visitor key: %s",
        archive,
        written.countRows(),
        written.schema(),
        recipient.isPresent() ? "it is encrypted" : "keep it secret");
  }

  private static void requireFree(Path archive) {
    if (Files.exists(archive)) {
      throw new DatabaseRefusal(archive + " exists already: name another file");
    }
    if (!Files.isWritable(archive.getParent())) {
      throw new DatabaseRefusal("no file can be made in the folder " + archive.getParent());
    }
  }

  private Manifest write(Connection source, Path archive, Optional<String> recipient)
      throws SQLException, IOException {
    try {
      return new ArchiveWriter(source, version(), clock.instant(), recipient)
          .write(archive, key.read());
    } catch (UnusableArchive e) {
      throw new DatabaseRefusal(e.getMessage());
    }
  }

  private static String version() {
    return Optional.ofNullable(Safekeeping.class.getPackage().getImplementationVersion())
        .orElse("unpackaged");
  }

  /**
   * Fills an empty database, or makes an embedded one; all rows come in or none.
   *
   * @param identity the secret key for an archive that is encrypted
   * @return the result for the operator
   */
  String restore(Path file, Optional<String> identity) {
    if (shared) {
      throw new DatabaseRefusal("stop the server first: its database is not empty");
    }
    try {
      Optional<DerbyFolder> folder = DerbyFolder.of(database.url());
      folder.ifPresent(Safekeeping::requireMissing);
      Archive archive = Archive.open(file, identity);
      fill(folder, archive);
      Manifest restored = archive.manifest();
      return restored.countRows() + " rows are restored, as they were at " + restored.createdAt();
    } catch (UnusableArchive e) {
      throw new DatabaseRefusal(e.getMessage());
    } catch (IOException e) {
      throw new DatabaseRefusal("a file could not be read or written", e);
    }
  }

  private static void requireMissing(DerbyFolder folder) {
    if (folder.isDatabase()) {
      throw new DatabaseRefusal(
          "there is a database in " + folder.path() + ": move this folder away first");
    }
  }

  private void fill(Optional<DerbyFolder> folder, Archive archive) throws IOException {
    if (folder.isPresent()) {
      key.replace(archive.key(), () -> folder.get().makeIfMissing(at -> makeAt(at, archive)));
    } else {
      fillEmpty(database, archive);
      database.bringUpToDate();
      database.alone(connection -> finish(connection, archive));
    }
  }

  /** Afterwards: a database of an older release has no history. */
  private void finish(Connection connection, Archive archive) throws SQLException {
    new OperatorHistory(connection, clock).ofBackup(archive.manifest().createdAt().toString());
  }

  private void makeAt(String address, Archive archive) {
    Database made = database.at(address);
    try {
      // creates it
      made.bringUpTo(MigrationVersion.fromVersion("1"));
      made.bringUpTo(requireKnown(archive, made));
      made.alone(connection -> insert(connection, archive));
      made.bringUpToDate();
      made.alone(connection -> finish(connection, archive));
    } finally {
      made.closeThisOne();
    }
  }

  private void fillEmpty(Database target, Archive archive) throws IOException {
    MigrationVersion schema = requireKnown(archive, target);
    target.bringUpTo(MigrationVersion.fromVersion("1"));
    // before its schema is changed, too
    target.alone(Safekeeping::requireEmpty);
    target.bringUpTo(schema);
    key.replace(archive.key(), () -> target.alone(connection -> insert(connection, archive)));
  }

  private static MigrationVersion requireKnown(Archive archive, Database target) {
    int schema = archive.manifest().schema();
    if (schema > target.newestSchema()) {
      throw new DatabaseRefusal(
          "the archive has the schema version of a newer release, " + schema + ": use that one");
    }
    return MigrationVersion.fromVersion(String.valueOf(schema));
  }

  private static void requireEmpty(Connection connection) throws SQLException {
    if (!new ArchiveRows(connection).isEmpty()) {
      throw new DatabaseRefusal(
          "the database is not empty: name one in which no server has been started");
    }
  }

  private void insert(Connection connection, Archive archive) throws SQLException {
    requireEmpty(connection);
    requireSchema(archive.manifest().schema(), SchemaVersion.of(connection));
    ArchiveRows rows = new ArchiveRows(connection);
    try {
      rows.insert(archive);
      rows.forgetServers();
      new Ids(connection).passOver(rows.highestId());
      new Ids(connection).passOverAllBefore(clock.instant());
    } catch (IOException e) {
      throw new DatabaseRefusal("the archive could not be read", e);
    }
  }

  private static void requireSchema(int archived, int present) {
    if (archived != present) {
      throw new DatabaseRefusal(
          String.format(
              Locale.ROOT,
              "the database has tables of schema version %d, the archive those of %d:"
                  + " name an empty database",
              present,
              archived));
    }
  }

  /**
   * Checks the rules.
   *
   * @return a line for each
   * @throws DatabaseRefusal with the same lines if one is broken
   */
  String check() {
    List<Rules.Result> results =
        new Snapshot(database, shared)
            .read(connection -> new Rules(connection).check(database.newestSchema()));
    String lines = results.stream().map(Rules.Result::toString).collect(Collectors.joining("\n"));
    if (results.stream().allMatch(Rules.Result::isKept)) {
      return lines;
    }
    throw new DatabaseRefusal("the database breaks a rule\n" + lines);
  }
}
