package de.lokalwillkommen.server.launch;

import de.lokalwillkommen.server.launch.host.DataDirectory;
import de.lokalwillkommen.server.launch.host.Owner;
import de.lokalwillkommen.server.launch.host.Reason;
import de.lokalwillkommen.server.launch.host.Refusal;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The folder beside a jar with what {@link PrepareCommand} has made from it. It belongs to the
 * owner of the jar, who alone can write; all users can read. Servers mark the part that they use,
 * so that it is kept when a newer jar is prepared.
 */
final class PreparedFolder implements AutoCloseable {
  private static final String SUFFIX = ".prepared";
  private static final String WORK = "prepare.lock";
  private static final String IN_USE = "in-use";
  private static final Set<PosixFilePermission> OF_FOLDERS =
      PosixFilePermissions.fromString("rwxr-xr-x");
  private static final Set<PosixFilePermission> OF_FILES =
      PosixFilePermissions.fromString("rw-r--r--");

  private final Path folder;
  private final DataDirectory.Lock lock;

  private PreparedFolder(Path folder, DataDirectory.Lock lock) {
    this.folder = folder;
    this.lock = lock;
  }

  /** The path of the folder. */
  static Path of(Path jar) {
    return jar.resolveSibling(jar.getFileName() + SUFFIX);
  }

  /**
   * Locks the folder for a preparation.
   *
   * @throws Refusal if the jar or the folder belongs to another user, others can write into it, or
   *     another preparation goes on
   */
  static PreparedFolder open(Path jar) {
    Path folder = of(jar);
    try {
      if (!Owner.isOurs(jar)) {
        throw new Refusal(jar + " belongs to " + Files.getOwner(jar) + ": run this as that user");
      }
      create(folder);
      if (!isOfOwner(folder, jar)) {
        throw new Refusal(folder + " is not a folder that only its owner can write: remove it");
      }
    } catch (IOException e) {
      throw new Refusal(folder + " cannot be used: " + Reason.of(e), e);
    }
    DataDirectory.Lock lock = DataDirectory.Lock.tryOn(folder.resolve(WORK));
    if (lock == null) {
      throw new Refusal("another preparation works on " + folder);
    }
    return new PreparedFolder(folder, lock);
  }

  private static void create(Path folder) throws IOException {
    try {
      Files.createDirectory(folder, PosixFilePermissions.asFileAttribute(OF_FOLDERS));
    } catch (FileAlreadyExistsException there) {
      // checked next
    }
  }

  /**
   * Whether it is a folder, not a link, that belongs to the jar's owner and is writable only by
   * them.
   */
  static boolean isOfOwner(Path folder, Path jar) throws IOException {
    return Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)
        && Files.getOwner(folder, LinkOption.NOFOLLOW_LINKS).equals(Files.getOwner(jar))
        && Files.getPosixFilePermissions(folder, LinkOption.NOFOLLOW_LINKS).stream()
            .noneMatch(
                List.of(PosixFilePermission.GROUP_WRITE, PosixFilePermission.OTHERS_WRITE)
                    ::contains);
  }

  /** Removes all parts but one that no server uses. */
  void removeUnused(Path kept) throws IOException {
    try (Stream<Path> found = Files.list(folder)) {
      for (Path part : found.filter(Files::isDirectory).toList()) {
        if (!part.equals(kept)) {
          removeUnlessUsed(part);
        }
      }
    }
  }

  /** Removes a part, unless a server uses it. */
  static void removeUnlessUsed(Path part) throws IOException {
    Path mark = part.resolve(IN_USE);
    if (!Files.exists(mark)) {
      DataDirectory.deleteAll(part);
      return;
    }
    try (FileChannel channel = FileChannel.open(mark, StandardOpenOption.WRITE);
        FileLock alone = channel.tryLock()) {
      if (alone != null) {
        DataDirectory.deleteAll(part);
      }
    }
  }

  /** Lets all users read a part, and servers mark it as used. */
  void publish(Path part) throws IOException {
    if (!Files.exists(part.resolve(IN_USE))) {
      Files.createFile(part.resolve(IN_USE));
    }
    Files.setPosixFilePermissions(folder, OF_FOLDERS);
    try (Stream<Path> all = Files.walk(part)) {
      for (Path path : all.toList()) {
        Files.setPosixFilePermissions(path, Files.isDirectory(path) ? OF_FOLDERS : OF_FILES);
      }
    }
  }

  /** Marks a part as used for as long as this process lives; empty if it cannot be marked. */
  static Optional<FileLock> use(Path part) {
    try {
      FileChannel channel = FileChannel.open(part.resolve(IN_USE), StandardOpenOption.READ);
      return Optional.ofNullable(channel.tryLock(0, Long.MAX_VALUE, true));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  @Override
  public void close() {
    lock.close();
  }
}
