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
 * disappears with the server. Other processes of this machine cannot see it.
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

  /** Skips the test, with a reason, where mounting is not permitted. */
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

  /** The command that mounts it and then starts a server. */
  List<String> prefix() {
    String mount = "mount -t tmpfs -o size=%dm small '%s'".formatted(megabytes, directory);
    return List.of("unshare", "-m", "sh", "-c", mount + " && exec \"$@\"", "sh");
  }

  /** Registers the server whose disk it is. */
  void seenBy(RunningServer server) {
    inside = server.processes().get(0);
  }

  /** Fills the disk up to that much free space. */
  void fillUpTo(int leftMegabytes) {
    long surplus = free() - (long) leftMegabytes * MEGABYTE;
    try (OutputStream filling = Files.newOutputStream(file("filling-" + leftMegabytes))) {
      byte[] zeros = new byte[MEGABYTE];
      for (long written = 0; written < surplus; written += MEGABYTE) {
        filling.write(zeros);
      }
    } catch (IOException full) {
      // as full as possible
    }
  }

  /** Fills the disk completely. */
  void fill() {
    fillUpTo(0);
    try (OutputStream filling = Files.newOutputStream(file("filling-rest"))) {
      while (true) {
        filling.write(new byte[512]);
      }
    } catch (IOException full) {
      // a full disk is the purpose
    }
  }

  /** Removes the file that filled it. */
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

  /** The path of the file as seen by that process. */
  private Path file(String name) {
    return Path.of("/proc/" + inside.pid() + "/root" + directory.resolve(name));
  }
}
