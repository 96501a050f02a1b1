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
   * @return the result for the operator
   */
  String backup(Path archive) {
    if (Files.exists(archive)) {
      throw new DatabaseRefusal(archive + " exists already: name another file");
    }
    if (!Files.isWritable(archive.getParent())) {
      throw new DatabaseRefusal("no file can be made in the folder " + archive.getParent());
    }
    Manifest written = new Snapshot(database, shared).read(source -> write(source, archive));
    return archive
        + " holds "
        + written.countRows()
        + " rows of schema version "
        + written.schema()
        + " and the visitor key: keep it secret";
  }

  private Manifest write(Connection source, Path archive) throws SQLException, IOException {
    return new ArchiveWriter(source, version(), clock.instant()).write(archive, key.read());
  }

  private static String version() {
    return Optional.ofNullable(Safekeeping.class.getPackage().getImplementationVersion())
        .orElse("unpackaged");
  }

  /**
   * Fills an empty database, or makes an embedded one; all rows come in or none.
   *
   * @return the result for the operator
   */
  String restore(Path file) {
    if (shared) {
      throw new DatabaseRefusal("stop the server first: its database is not empty");
    }
    Optional<DerbyFolder> folder = DerbyFolder.of(database.url());
    if (folder.isPresent() && folder.get().isDatabase()) {
      throw new DatabaseRefusal(
          "there is a database in " + folder.get().path() + ": move this folder away first");
    }
    try {
      Archive archive = Archive.open(file);
      if (folder.isPresent()) {
        key.replace(archive.key(), () -> folder.get().makeIfMissing(at -> makeAt(at, archive)));
      } else {
        fillEmpty(database, archive);
        database.bringUpToDate();
      }
      return archive.manifest().countRows()
          + " rows of "
          + file
          + " are restored, as they were at "
          + archive.manifest().createdAt();
    } catch (UnusableArchive e) {
      throw new DatabaseRefusal(e.getMessage());
    } catch (IOException e) {
      throw new DatabaseRefusal("a file could not be read or written", e);
    }
  }

  private void makeAt(String address, Archive archive) {
    Database made = database.at(address);
    try {
      // creates it
      made.bringUpTo(MigrationVersion.fromVersion("1"));
      made.bringUpTo(requireKnown(archive, made));
      made.alone(connection -> insert(connection, archive));
      made.bringUpToDate();
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
    int newest = target.newestSchema();
    if (schema > newest) {
      throw new DatabaseRefusal(
          "the archive has schema version "
              + schema
              + " of a newer release, this one knows "
              + newest
              + ": restore it with that one");
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
    int present = SchemaVersion.of(connection);
    if (present != archive.manifest().schema()) {
      throw new DatabaseRefusal(
          "the database has the tables of schema version "
              + present
              + " and the archive those of "
              + archive.manifest().schema()
              + ": name an empty database");
    }
    ArchiveRows rows = new ArchiveRows(connection);
    try {
      rows.insert(archive);
      new Ids(connection).passOver(rows.highestId());
      new Ids(connection).passOverAllBefore(clock.instant());
    } catch (IOException e) {
      throw new DatabaseRefusal("the archive could not be read", e);
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
