package de.lokalwillkommen.server.database;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * The folder of an embedded database. Derby takes seconds to create a database and cannot continue
 * with an incomplete one, so it is created in another folder and renamed when complete: even if the
 * process ends early, the next start finds a complete database or none.
 */
final class DerbyFolder {
  private static final String PROTOCOL = "jdbc:derby:";
  private static final String IN_MEMORY = "memory:";

  /** Without this file Derby does not accept a folder as a database; it is written last. */
  private static final String MARK = "service.properties";

  private final Path folder;

  private DerbyFolder(Path folder) {
    this.folder = folder;
  }

  /** The folder of a JDBC address, if that is one of a Derby on disk. */
  static Optional<DerbyFolder> of(String url) {
    return Optional.of(url)
        .filter(u -> u.startsWith(PROTOCOL) && !u.startsWith(PROTOCOL + IN_MEMORY))
        .map(u -> new DerbyFolder(Path.of(u.substring(PROTOCOL.length()))));
  }

  Path path() {
    return folder;
  }

  boolean isDatabase() {
    return Files.exists(folder.resolve(MARK));
  }

  /**
   * Makes the database if there is none.
   *
   * @param make creates the database at the given JDBC address, and closes it
   * @throws DatabaseRefusal if there is a folder that is no database
   */
  void makeIfMissing(Consumer<String> make) {
    if (isDatabase()) {
      return;
    }
    if (Files.exists(folder)) {
      throw new DatabaseRefusal(
          folder
              + " is no database: restore it from a backup, or remove it if this is a first start"
              + " that was interrupted");
    }
    Path beside = folder.resolveSibling(folder.getFileName() + ".new");
    try {
      remove(beside);
      makeAt(beside, make);
      keepPrivate(beside);
      Files.move(beside, folder, StandardCopyOption.ATOMIC_MOVE);
      keep(folder.toAbsolutePath().getParent());
    } catch (IOException e) {
      throw new DatabaseRefusal("the database could not be created", e);
    }
  }

  private static void makeAt(Path beside, Consumer<String> make) throws IOException {
    try {
      make.accept(PROTOCOL + beside);
    } catch (RuntimeException e) {
      remove(beside);
      throw e;
    }
  }

  /** Derby makes it as the umask of the process says, which may admit others. */
  private static void keepPrivate(Path made) throws IOException {
    PosixFileAttributeView access = Files.getFileAttributeView(made, PosixFileAttributeView.class);
    if (access != null) {
      access.setPermissions(PosixFilePermissions.fromString("rwx------"));
    }
  }

  static void remove(Path tree) throws IOException {
    if (Files.exists(tree)) {
      try (Stream<Path> found = Files.walk(tree)) {
        List<Path> innermostFirst = found.sorted(Comparator.reverseOrder()).toList();
        for (Path path : innermostFirst) {
          Files.delete(path);
        }
      }
    }
  }

  /** Syncs the folder, so that a power cut cannot undo the renaming. */
  private static void keep(Path directory) throws IOException {
    try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }
}
