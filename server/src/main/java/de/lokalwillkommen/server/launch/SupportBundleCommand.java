package de.lokalwillkommen.server.launch;

import de.lokalwillkommen.server.launch.host.DataDirectory;
import de.lokalwillkommen.server.launch.host.FailureReason;
import de.lokalwillkommen.server.launch.host.LaunchRefusal;
import de.lokalwillkommen.server.launch.options.Configuration;
import de.lokalwillkommen.server.launch.options.DatabaseOptions;
import de.lokalwillkommen.server.launch.options.Listener;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * Writes what helps to find a fault into one file: versions, settings, health, metrics, the sizes
 * of files, logs. Personal data are in none of these; passwords, keys and the database stay out.
 */
@Command(
    name = "support-bundle",
    description = "Write versions, settings, health and logs into a zip file, without passwords.",
    mixinStandardHelpOptions = true)
final class SupportBundleCommand implements Callable<Integer> {
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  /**
   * The settings whose values are shown: numbers, places and switches. Of all others it is said
   * only that they are set.
   */
  private static final Set<String> SHOWN =
      Set.of(
          "lw.port",
          "lw.host",
          "lw.base-url",
          "lw.trusted-proxies",
          "lw.monitors",
          "lw.demo",
          "lw.demo-time",
          "lw.data",
          "lw.disk-reserve",
          "lw.start-limit",
          "lw.cluster",
          "lw.cluster-bind",
          "lw.kiosk.idle-seconds",
          "lw.kiosk.warn-seconds",
          "lw.kiosk.ticket-seconds",
          "lw.kiosk.tickets-apart",
          "lw.kiosk.tickets-per-hour",
          "lw.mail.port",
          "lw.mail.tls");

  @Parameters(
      index = "0",
      paramLabel = "FILE",
      description = "the file to write; it must not exist")
  private Path file;

  @Option(names = "--port", paramLabel = "N", defaultValue = "8080", hidden = true)
  private int port;

  @Option(names = "--host", paramLabel = "ADDR", defaultValue = "127.0.0.1", hidden = true)
  private String host;

  @Mixin private DatabaseOptions database;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    DataDirectory data = DataDirectory.open(database.data());
    try (SupportBundle bundle = SupportBundle.create(file)) {
      fill(bundle, data);
    } catch (FileAlreadyExistsException e) {
      throw new LaunchRefusal("there is already a file " + file, e);
    } catch (IOException e) {
      throw unwritten(e);
    }
    spec.commandLine().getOut().println(file);
    return 0;
  }

  private void fill(SupportBundle bundle, DataDirectory data) throws IOException {
    String url = new Listener(host, port).url();
    bundle.addText("about.txt", about());
    bundle.addText("settings.txt", settings());
    bundle.addText("health.json", ask(url + "/health"));
    bundle.addText("metrics.txt", ask(url + "/metrics"));
    bundle.addText("files.txt", files(data));
    for (Path log : logs(data)) {
      bundle.addFile("logs/" + log.getFileName(), log);
    }
  }

  /** A file that is cut off looks like a whole one. */
  private LaunchRefusal unwritten(IOException reason) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      reason.addSuppressed(e);
    }
    return new LaunchRefusal(
        "the bundle could not be written: " + FailureReason.of(reason), reason);
  }

  private static String about() {
    return lines(
        Stream.of(
            String.join("\n", new Version().getVersion()),
            Stream.of("os.name", "os.version", "os.arch", "java.vendor", "native.encoding")
                .map(name -> name + " " + System.getProperty(name))
                .collect(Collectors.joining("\n")),
            "processors " + Runtime.getRuntime().availableProcessors(),
            "now " + Instant.now()));
  }

  private String settings() {
    CommandLine server = spec.commandLine().getParent();
    Configuration configuration = (Configuration) server.getDefaultValueProvider();
    List<String> lines = new ArrayList<>();
    for (var option : server.getCommandSpec().options()) {
      Configuration.name(option)
          .ifPresent(
              name ->
                  configuration
                      .find(option)
                      .map(s -> name + "=" + (SHOWN.contains(name) ? s.value() : "(set)"))
                      .ifPresent(lines::add));
    }
    return lines(lines.stream());
  }

  /** What the server answers; a server that is away is a finding, too. */
  private static String ask(String url) {
    try {
      return HttpClient.newBuilder()
          .connectTimeout(PATIENCE)
          .build()
          .send(
              HttpRequest.newBuilder(URI.create(url)).timeout(PATIENCE).build(),
              BodyHandlers.ofString())
          .body();
    } catch (IOException e) {
      return "no answer from " + url + ": " + FailureReason.of(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new LaunchRefusal("interrupted", e);
    }
  }

  /** The sizes of the files; the running server creates and deletes some meanwhile. */
  private static String files(DataDirectory data) throws IOException {
    List<String> lines = new ArrayList<>();
    lines.add("free bytes " + data.root().toFile().getUsableSpace());
    Files.walkFileTree(
        data.root(),
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            return folder.equals(data.run())
                ? FileVisitResult.SKIP_SUBTREE
                : FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            lines.add(attributes.size() + " " + data.root().relativize(file));
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFileFailed(Path gone, IOException e) {
            return FileVisitResult.CONTINUE;
          }
        });
    return lines(lines.stream());
  }

  /** The logs; reports of crashes have the environment, and with it passwords. */
  private static List<Path> logs(DataDirectory data) throws IOException {
    try (Stream<Path> found = Files.list(data.logs())) {
      return found
          .filter(Files::isRegularFile)
          .filter(path -> path.getFileName().toString().endsWith(".log"))
          .filter(path -> !path.getFileName().toString().startsWith(DataDirectory.CRASH_REPORT))
          .sorted()
          .toList();
    }
  }

  private static String lines(Stream<String> lines) {
    return lines.collect(Collectors.joining("\n", "", "\n"));
  }
}
