package de.lokalwillkommen.server.launch;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * The JVM's archive of loaded classes, which spares later starts a good part of their work. The
 * first run writes down which classes it loads; some time after it is ready the archive is made
 * from that list, beside the server. If anything about this fails, the next start is merely slower.
 */
final class ClassArchive {
  private static final Path NICE = Path.of("/usr/bin/nice");
  private static final Duration AFTER_READY = Duration.ofSeconds(45);

  private final Path archive;
  private final Path list;
  private final Path log;
  private final boolean known;

  ClassArchive(Path directory, Path logs) {
    // a JVM can read its own archives only
    String jvm = System.getProperty("java.vm.version").replaceAll("[^A-Za-z0-9.+-]", "_");
    this.archive = directory.resolve("classes-" + jvm + ".jsa");
    this.list = directory.resolve("classes-" + jvm + ".list");
    this.log = logs.resolve("class-archive.log");
    this.known = Files.exists(archive);
  }

  List<String> options() {
    // whatever the JVM has to say about archives is not for standard output
    String quiet = "-Xlog:disable";
    String errors = "-Xlog:all=error:stderr";
    return known
        ? List.of("-XX:SharedArchiveFile=" + archive, quiet, errors)
        : List.of("-XX:DumpLoadedClassList=" + list, quiet, errors);
  }

  void createInBackground(ServerCommand command) {
    if (!known) {
      Thread creation = new Thread(() -> create(command), "class-archive");
      creation.setDaemon(true);
      creation.start();
    }
  }

  private void create(ServerCommand command) {
    try {
      Thread.sleep(AFTER_READY.toMillis());
      Path half = archive.resolveSibling(archive.getFileName() + ".new");
      if (endsWell(startCreation(command, half))) {
        Files.move(half, archive, StandardCopyOption.ATOMIC_MOVE);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (IOException e) {
      // the next start will try again
    }
  }

  private Process startCreation(ServerCommand command, Path half) throws IOException {
    List<String> line = new ArrayList<>();
    if (Files.isExecutable(NICE)) {
      // visitors come first
      line.addAll(List.of(NICE.toString(), "-n", "19"));
    }
    line.addAll(command.java());
    line.add("-Xshare:dump");
    line.add("-XX:SharedClassListFile=" + list);
    line.add("-XX:SharedArchiveFile=" + half);
    return new ProcessBuilder(line)
        .redirectErrorStream(true)
        .redirectOutput(Redirect.to(log.toFile()))
        .start();
  }

  private static boolean endsWell(Process creation) throws InterruptedException {
    Thread abort = new Thread(creation::destroyForcibly, "abort-class-archive");
    try {
      Runtime.getRuntime().addShutdownHook(abort);
    } catch (IllegalStateException alreadyStopping) {
      creation.destroyForcibly();
    }
    return creation.waitFor() == 0;
  }
}
