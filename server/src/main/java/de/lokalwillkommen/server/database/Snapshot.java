package de.lokalwillkommen.server.database;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One state of a database that others go on changing: a repeatable-read transaction of PostgreSQL,
 * or a copy of an embedded database, whose own transactions of that kind would stop all writers.
 */
final class Snapshot {
  /** What must stay free beside the copy, as {@code --disk-reserve} has it. */
  private static final long RESERVE = 200L << 20;

  private final Database database;
  private final boolean shared;

  /**
   * @param shared whether the applications of this process use the database, too
   */
  Snapshot(Database database, boolean shared) {
    this.database = database;
    this.shared = shared;
  }

  /** Work that reads. */
  @FunctionalInterface
  interface Reading<T> {
    T with(Connection connection) throws SQLException, IOException;
  }

  /**
   * Reads one state of the database.
   *
   * @throws DatabaseRefusal if there is none, or no room for a copy of it
   */
  <T> T read(Reading<T> reading) {
    try {
      Optional<DerbyFolder> folder = DerbyFolder.of(database.url());
      if (folder.isPresent() && !folder.get().isDatabase()) {
        throw new DatabaseRefusal("there is no database in " + folder.get().path());
      }
      return shared && folder.isPresent()
          ? readCopy(folder.get().path(), reading)
          : readDirectly(database, reading);
    } catch (SQLException e) {
      throw new DatabaseRefusal("the database could not be read", e);
    } catch (IOException e) {
      throw new DatabaseRefusal("a file could not be read or written", e);
    }
  }

  /** Nothing else writes to an embedded database here, which would lock each row for that. */
  private static <T> T readDirectly(Database from, Reading<T> reading)
      throws SQLException, IOException {
    try (Connection connection = from.connect()) {
      if (!from.isDerby()) {
        connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
      }
      connection.setReadOnly(true);
      connection.setAutoCommit(false);
      try {
        return reading.with(connection);
      } finally {
        connection.rollback();
      }
    }
  }

  private <T> T readCopy(Path original, Reading<T> reading) throws SQLException, IOException {
    Path copies = original.resolveSibling(original.getFileName() + ".copy");
    Path lockFile = original.resolveSibling(original.getFileName() + ".copy.lock");
    try (FileChannel channel =
            FileChannel.open(lockFile, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock lock = lock(channel)) {
      if (!lock.isValid()) {
        throw new IOException("the lock of the copy was lost");
      }
      DerbyFolder.remove(copies);
      requireRoom(original);
      return copyAndRead(copies, original.getFileName(), reading);
    }
  }

  private <T> T copyAndRead(Path copies, Path name, Reading<T> reading)
      throws SQLException, IOException {
    Files.createDirectory(
        copies, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    try {
      copyTo(copies);
      return readAndClose(database.at("jdbc:derby:" + copies.resolve(name)), reading);
    } finally {
      DerbyFolder.remove(copies);
    }
  }

  private static <T> T readAndClose(Database copy, Reading<T> reading)
      throws SQLException, IOException {
    try {
      return readDirectly(copy, reading);
    } finally {
      copy.closeThisOne();
    }
  }

  /** Also within one process: the class is loaded anew for each subcommand. */
  private static FileLock lock(FileChannel channel) throws IOException {
    try {
      FileLock lock = channel.tryLock();
      if (lock != null) {
        return lock;
      }
    } catch (OverlappingFileLockException e) {
      throw new DatabaseRefusal("another backup or check is running: wait for its end", e);
    }
    throw new DatabaseRefusal("another backup or check is running: wait for its end");
  }

  private static void requireRoom(Path original) throws IOException {
    long size = sizeOf(original);
    // the archive is often on the same disk, and smaller than a quarter
    long needed = size + size / 4 + RESERVE;
    long free = Files.getFileStore(original).getUsableSpace();
    if (free < needed) {
      throw new DatabaseRefusal(
          String.format(
              Locale.ROOT,
              "the disk of the data directory has no room for a copy of the database:"
                  + " %d MB are needed, %d MB are free",
              needed >> 20,
              free >> 20));
    }
  }

  private static long sizeOf(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.mapToLong(file -> file.toFile().length()).sum();
    }
  }

  private void copyTo(Path folder) throws SQLException {
    try (Connection connection = database.connect();
        var backup = connection.prepareCall("call syscs_util.syscs_backup_database(?)")) {
      backup.setString(1, folder.toString());
      backup.execute();
    }
  }
}
