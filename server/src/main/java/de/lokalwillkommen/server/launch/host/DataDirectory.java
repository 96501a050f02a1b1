package de.lokalwillkommen.server.launch.host;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The folder with all data on disk, readable by its owner only. One launcher at a time uses it. */
public final class DataDirectory {
  private static final Duration LAST_SERVER_ENDS = Duration.ofSeconds(15);
  private static final int PAUSE_MILLIS = 100;
  private static final int KEPT = 5;
  private static final long MEGABYTE = 1024 * 1024;
  private static final long NEARLY_FULL = 50;

  /** The prefixes of the files in which a JVM reports a crash. */
  public static final String CRASH_REPORT = "hs_err_pid";

  private final Path root;

  private DataDirectory(Path root) {
    this.root = root;
  }

  public static DataDirectory open(Path where) {
    DataDirectory data = new DataDirectory(where.toAbsolutePath().normalize());
    try {
      data.requireOwn();
      ownerOnly(data.root);
      for (Path part : List.of(data.keys(), data.logs(), data.run())) {
        ownerOnly(part);
      }
    } catch (IOException e) {
      throw new LaunchRefusal(
          "the data directory " + data.root + " cannot be used: " + FailureReason.of(e), e);
    }
    if (!Files.isWritable(data.root)) {
      throw new LaunchRefusal("the data directory " + data.root + " is not writable");
    }
    return data;
  }

  public Path root() {
    return root;
  }

  public Path database() {
    return root.resolve("derby");
  }

  public Path keys() {
    return root.resolve("keys");
  }

  public Path logs() {
    return root.resolve("logs");
  }

  /**
   * Where details of a failure are found; also names a full disk as the likely cause if there is
   * one.
   */
  public String details() {
    long freeMegabytes = logs().toFile().getUsableSpace() / MEGABYTE;
    // a file system that reports no free space reports no size either
    return logs().toFile().getTotalSpace() > 0 ? details(freeMegabytes) : logs().toString();
  }

  public String details(long freeMegabytes) {
    return freeMegabytes < NEARLY_FULL
        ? logs() + "; only " + freeMegabytes + " MB are left on that disk"
        : logs().toString();
  }

  /** The code for the first administrator, as long as there is none. */
  public Optional<String> findSetupCode() {
    Path file = root.resolve("setup-code");
    try {
      return Files.exists(file) ? Optional.of(Files.readString(file).strip()) : Optional.empty();
    } catch (IOException e) {
      throw new LaunchRefusal("the setup code " + file + " cannot be read", e);
    }
  }

  /** The files of the running server; all of them can be recreated. */
  public Path run() {
    return root.resolve("run");
  }

  /** Locks the directory for this launcher; waits for the server of a killed launcher to end. */
  public Lock lock() {
    Lock launcher = Lock.tryOn(run().resolve("launcher.lock"));
    if (launcher == null) {
      throw new LaunchRefusal(
          "the data directory " + root + " is in use by another lokal willkommen");
    }
    long end = System.nanoTime() + LAST_SERVER_ENDS.toNanos();
    Lock server = Lock.tryOn(run().resolve("server.lock"));
    while (server == null && System.nanoTime() < end) {
      pause();
      server = Lock.tryOn(run().resolve("server.lock"));
    }
    if (server == null) {
      launcher.close();
      throw new LaunchRefusal("the last server still uses the data directory " + root);
    }
    // the server takes this lock from now on
    server.close();
    return launcher;
  }

  /** Keeps the reports of the last crashes of the JVM and deletes older ones. */
  public void removeOldCrashReports() throws IOException {
    try (Stream<Path> found = Files.list(logs())) {
      List<Path> newestFirst =
          found
              .filter(file -> file.getFileName().toString().startsWith(CRASH_REPORT))
              .sorted(Comparator.comparing((Path file) -> file.toFile().lastModified()).reversed())
              .toList();
      for (Path old : newestFirst.subList(Math.min(KEPT, newestFirst.size()), newestFirst.size())) {
        Files.deleteIfExists(old);
      }
    }
  }

  /** Removes what is left from an earlier run. */
  public static void deleteAll(Path tree) throws IOException {
    if (!Files.exists(tree)) {
      return;
    }
    try (Stream<Path> found = Files.walk(tree)) {
      for (Path path : found.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }

  /**
   * Refuses root in another user's directory, since that user could not open the files that root
   * creates.
   */
  private void requireOwn() throws IOException {
    if (!Files.exists(root) || Owner.isOurs(root)) {
      return;
    }
    String owner = Files.getOwner(root).getName();
    throw new LaunchRefusal(
        "the data directory "
            + root
            + " belongs to "
            + owner
            + ": run this as that user (sudo -u "
            + owner
            + " ...), not as "
            + Owner.ourselves().getName());
  }

  private static void ownerOnly(Path directory) throws IOException {
    Files.createDirectories(directory);
    Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwx------"));
  }

  private static void pause() {
    try {
      Thread.sleep(PAUSE_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new LaunchRefusal("interrupted while waiting for the last server to end", e);
    }
  }

  /** A lock that is held until it is closed or this process ends. */
  public static final class Lock {
    private final FileChannel file;

    private Lock(FileChannel file) {
      this.file = file;
    }

    /** Takes the lock of a file, which is created if missing; null if another process has it. */
    public static Lock tryOn(Path path) {
      try {
        FileChannel file =
            FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock lock = file.tryLock();
        if (lock == null) {
          file.close();
          return null;
        }
        return new Lock(file);
      } catch (OverlappingFileLockException heldByThisProcess) {
        return null;
      } catch (IOException e) {
        throw new LaunchRefusal("the lock " + path + " cannot be used: " + FailureReason.of(e), e);
      }
    }

    public void close() {
      try {
        file.close();
      } catch (IOException e) {
        throw new LaunchRefusal("a lock could not be released: " + e.getMessage(), e);
      }
    }
  }
}
