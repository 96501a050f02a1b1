package de.lokalwillkommen.server.launch;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The JVM's archive of loaded classes, which spares a start a good part of its work. It is made
 * from a list of the classes that a server has loaded: by {@link PrepareCommand} before the first
 * start, or else some time after the first start is ready. If anything about this fails, the next
 * start is merely slower.
 */
final class ClassArchive {
  private static final Path NICE = Path.of("/usr/bin/nice");
  private static final Duration AFTER_READY = Duration.ofSeconds(45);

  /** Whatever the JVM has to say about archives is not for standard output. */
  private static final List<String> QUIET = List.of("-Xlog:disable", "-Xlog:all=error:stderr");

  private static final String OF_AN_APPLICATION = " source: ";

  private final Distribution distribution;
  private final Path archive;
  private final Path list;
  private final Path log;
  private final boolean known;

  ClassArchive(Distribution distribution, Path logs) {
    this.distribution = distribution;
    // a JVM can read its own archives only
    String jvm = System.getProperty("java.vm.version").replaceAll("[^A-Za-z0-9.+-]", "_");
    this.archive = distribution.root().resolve("classes-" + jvm + ".jsa");
    this.list = distribution.root().resolve("classes-" + jvm + ".list");
    this.log = logs.resolve("class-archive.log");
    this.known = Files.exists(archive);
  }

  /** Whether there is one for the JVM that runs this. */
  boolean exists() {
    return known;
  }

  /** The options by which a server uses the archive or writes down what it should contain. */
  List<String> options() {
    List<String> options = new ArrayList<>();
    if (known) {
      options.add("-XX:SharedArchiveFile=" + archive);
    } else if (!distribution.isPrepared()) {
      options.add(listing(list));
    }
    options.addAll(QUIET);
    return options;
  }

  /** The option by which a server writes down which classes it loads. */
  static String listing(Path list) {
    return "-XX:DumpLoadedClassList=" + list;
  }

  void createInBackground() {
    if (!known && !distribution.isPrepared()) {
      Thread creation = new Thread(this::createLater, "class-archive");
      creation.setDaemon(true);
      creation.start();
    }
  }

  private void createLater() {
    try {
      Thread.sleep(AFTER_READY.toMillis());
      create(list);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (IOException e) {
      // the next start will try again
    }
  }

  /** Makes the archive; false if the JVM did not succeed. */
  boolean create(Path loaded) throws IOException, InterruptedException {
    Path half = archive.resolveSibling(archive.getFileName() + ".new");
    Path shared = archive.resolveSibling(archive.getFileName() + ".list");
    Files.write(shared, listShared(loaded));
    boolean made = endsWell(startCreation(shared, half));
    Files.delete(shared);
    if (!made) {
      return false;
    }
    Files.move(half, archive, StandardCopyOption.ATOMIC_MOVE);
    return true;
  }

  /** The last line of what the JVM has said about making it. */
  String lastWords() throws IOException {
    List<String> lines = Files.readAllLines(log);
    return lines.isEmpty() ? "it says nothing" : lines.get(lines.size() - 1);
  }

  /**
   * Without the classes of the applications: they are unpacked anew for each run, and those that
   * Payara changes while it loads them would make the JVM give up.
   */
  private static List<String> listShared(Path loaded) throws IOException {
    try (Stream<String> lines = Files.lines(loaded)) {
      return lines.filter(line -> !line.contains(OF_AN_APPLICATION)).toList();
    }
  }

  private Process startCreation(Path loaded, Path half) throws IOException {
    List<String> line = new ArrayList<>();
    if (Files.isExecutable(NICE)) {
      // visitors come first
      line.addAll(List.of(NICE.toString(), "-n", "19"));
    }
    line.addAll(ServerCommand.java(distribution));
    line.add("-Xshare:dump");
    line.add("-XX:SharedClassListFile=" + loaded);
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
