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
 * The JVM's archive of loaded classes, which makes a start faster. {@link PrepareCommand} makes it
 * before the first start: on Java 25 and later a cache of loaded and linked classes (JEP 483),
 * which the JVM makes from what a server has recorded until its end; on older ones an archive of
 * the classes on a list that a server has written. Where nothing is prepared, such an archive is
 * made some time after the first start is ready. If this fails, the next start is only slower.
 */
final class ClassArchive {
  /**
   * The first release of Java whose cache supports the {@code --add-opens} options that the server
   * needs.
   */
  private static final int LINKED = 25;

  private static final Path NICE = Path.of("/usr/bin/nice");
  private static final Duration AFTER_READY = Duration.ofSeconds(45);

  /** Keeps the JVM's messages about archives off standard output. */
  private static final List<String> QUIET = List.of("-Xlog:disable", "-Xlog:all=error:stderr");

  private static final String OF_AN_APPLICATION = " source: ";

  private final Distribution distribution;
  private final Path archive;
  private final Path linked;
  private final Path list;
  private final Path log;
  private final boolean known;
  private final boolean isLinked;

  ClassArchive(Distribution distribution, Path logs) {
    this.distribution = distribution;
    // a JVM can read its own archives only
    String jvm = System.getProperty("java.vm.version").replaceAll("[^A-Za-z0-9.+-]", "_");
    this.archive = distribution.root().resolve("classes-" + jvm + ".jsa");
    this.linked = distribution.root().resolve("classes-" + jvm + ".aot");
    this.list = distribution.root().resolve("classes-" + jvm + ".list");
    this.log = logs.resolve("class-archive.log");
    this.isLinked = Files.exists(linked);
    this.known = isLinked || Files.exists(archive);
  }

  /** Whether there is one for the JVM that runs this. */
  boolean exists() {
    return known;
  }

  /** The options by which a server uses the archive or records what it should contain. */
  List<String> options() {
    List<String> options = new ArrayList<>();
    if (isLinked) {
      options.add("-XX:AOTCache=" + linked);
    } else if (known) {
      options.add("-XX:SharedArchiveFile=" + archive);
    } else if (!distribution.isPrepared()) {
      options.add(listing(list));
    }
    options.addAll(QUIET);
    return options;
  }

  /**
   * The options by which a server records the classes that it loads, for {@link #prepare}. On Java
   * 25 and later it writes them when it ends normally, which takes some seconds more.
   */
  static List<String> recording(Path loaded) {
    return mayBeLinked()
        ? List.of("-XX:AOTMode=record", "-XX:AOTConfiguration=" + loaded)
        : List.of(listing(loaded));
  }

  private static String listing(Path list) {
    return "-XX:DumpLoadedClassList=" + list;
  }

  private static boolean mayBeLinked() {
    return Runtime.version().feature() >= LINKED;
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
      // the next start tries again
    }
  }

  /** Makes it from what a server has recorded; false if the JVM did not succeed. */
  boolean prepare(Path loaded) throws IOException, InterruptedException {
    return mayBeLinked() ? link(loaded) : create(loaded);
  }

  private boolean link(Path recorded) throws IOException, InterruptedException {
    Path half = linked.resolveSibling(linked.getFileName() + ".new");
    List<String> options =
        List.of(
            // the only collector with which objects are put into the cache; all can read them
            "-XX:-UseSerialGC",
            "-XX:+UseG1GC",
            "-XX:AOTMode=create",
            "-XX:AOTConfiguration=" + recorded,
            "-XX:AOTCache=" + half);
    return endsWell(startCreation(options)) && take(half, linked);
  }

  private boolean create(Path loaded) throws IOException, InterruptedException {
    Path half = archive.resolveSibling(archive.getFileName() + ".new");
    Path shared = archive.resolveSibling(archive.getFileName() + ".list");
    Files.write(shared, listShared(loaded));
    List<String> options =
        List.of(
            "-Xshare:dump", "-XX:SharedClassListFile=" + shared, "-XX:SharedArchiveFile=" + half);
    boolean made = endsWell(startCreation(options));
    Files.delete(shared);
    return made && take(half, archive);
  }

  private static boolean take(Path half, Path whole) throws IOException {
    Files.move(half, whole, StandardCopyOption.ATOMIC_MOVE);
    return true;
  }

  /** The last line of the JVM's output about making it. */
  String lastWords() throws IOException {
    List<String> lines = Files.readAllLines(log);
    return lines.isEmpty() ? "it says nothing" : lines.get(lines.size() - 1);
  }

  /**
   * Leaves out the classes of the applications: they are unpacked anew for each run, and classes
   * that Payara changes while loading would make the JVM fail.
   */
  private static List<String> listShared(Path loaded) throws IOException {
    try (Stream<String> lines = Files.lines(loaded)) {
      return lines.filter(line -> !line.contains(OF_AN_APPLICATION)).toList();
    }
  }

  private Process startCreation(List<String> options) throws IOException {
    List<String> line = new ArrayList<>();
    if (Files.isExecutable(NICE)) {
      // low priority: visitors' requests come first
      line.addAll(List.of(NICE.toString(), "-n", "19"));
    }
    line.addAll(ServerCommand.java(distribution));
    line.addAll(options);
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
