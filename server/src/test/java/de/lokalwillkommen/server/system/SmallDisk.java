package de.lokalwillkommen.server.system;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A small file system for the data directory of one server, in a mount namespace of its own: it
 * goes with the server. Nothing on this machine sees it but through that process.
 */
final class SmallDisk {

  private static final int MEGABYTE = 1024 * 1024;

  private final Path directory;
  private final int megabytes;
  private ProcessHandle inside;

  /**
   * @param directory where it is mounted; must exist
   */
  SmallDisk(Path directory, int megabytes) {
    this.directory = directory;
    this.megabytes = megabytes;
  }

  /** Skips the test, with a reason, where file systems may not be mounted. */
  static void assumePossible() {
    assumeTrue(
        mayMount(),
        "a full disk needs a small file system: run as root, with mount namespaces (unshare -m)");
  }

  private static boolean mayMount() {
    try {
      Process attempt =
          new ProcessBuilder("unshare", "-m", "mount", "-t", "tmpfs", "-o", "size=1m", "t", "/mnt")
              .start();
      return attempt.waitFor(10, TimeUnit.SECONDS) && attempt.exitValue() == 0;
    } catch (IOException noSuchProgram) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** What mounts it before it starts a server. */
  List<String> prefix() {
    String mount = "mount -t tmpfs -o size=%dm small '%s'".formatted(megabytes, directory);
    return List.of("unshare", "-m", "sh", "-c", mount + " && exec \"$@\"", "sh");
  }

  /** The server whose disk it is has started. */
  void seenBy(RunningServer server) {
    inside = server.processes().get(0);
  }

  /** Leaves that much room. */
  void fillUpTo(int leftMegabytes) {
    long surplus = free() - (long) leftMegabytes * MEGABYTE;
    try (OutputStream filling = Files.newOutputStream(file("filling-" + leftMegabytes))) {
      byte[] zeros = new byte[MEGABYTE];
      for (long written = 0; written < surplus; written += MEGABYTE) {
        filling.write(zeros);
      }
    } catch (IOException full) {
      // as full as it can be
    }
  }

  /** Leaves no room for a single byte. */
  void fill() {
    fillUpTo(0);
    try (OutputStream filling = Files.newOutputStream(file("filling-rest"))) {
      while (true) {
        filling.write(new byte[512]);
      }
    } catch (IOException full) {
      // that was the purpose
    }
  }

  /** Removes what it was filled with. */
  void empty() {
    for (String rest : List.of("rest", "0", "100")) {
      try {
        Files.deleteIfExists(file("filling-" + rest));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private long free() {
    return file("run").toFile().getUsableSpace();
  }

  /** The file as that process sees it. */
  private Path file(String name) {
    return Path.of("/proc/" + inside.pid() + "/root" + directory.resolve(name));
  }
}
