package de.lokalwillkommen.server.launch;

import de.lokalwillkommen.server.launch.host.DataDirectory;
import de.lokalwillkommen.server.launch.host.HostEncoding;
import de.lokalwillkommen.server.launch.host.ServerLocale;
import de.lokalwillkommen.server.launch.host.VisitorKeyFile;
import de.lokalwillkommen.server.launch.options.BaseUrl;
import de.lokalwillkommen.server.launch.options.Cluster;
import de.lokalwillkommen.server.launch.options.DemoTime;
import de.lokalwillkommen.server.launch.options.Listener;
import de.lokalwillkommen.server.launch.options.Monitors;
import de.lokalwillkommen.server.launch.options.TrustedProxies;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The command line of the server process and the files it starts from. */
final class ServerCommand {
  private static final String MAIN = "de.lokalwillkommen.server.run.ServerMain";

  /** The first release of Java in which they are not experimental. */
  private static final int COMPACT_HEADERS = 25;

  private static final Path JAVA = Path.of(System.getProperty("java.home"), "bin", "java");

  private final Distribution distribution;
  private final DataDirectory data;
  private final Listener listener;
  private final Optional<BaseUrl> baseUrl;
  private final Cluster cluster;
  private final boolean demo;
  private final Map<String, String> settings;
  private final String javaOptions;
  private final Map<String, String> environment;
  private final VisitorKeyFile key;
  private final int diskReserve;
  private final ClassArchive classArchive;

  ServerCommand(
      Distribution distribution,
      DataDirectory data,
      Listener listener,
      Optional<BaseUrl> baseUrl,
      Cluster cluster,
      boolean demo,
      Map<String, String> settings,
      String javaOptions,
      Map<String, String> environment,
      VisitorKeyFile key,
      int diskReserve) {
    this.distribution = distribution;
    this.data = data;
    this.listener = listener;
    this.baseUrl = baseUrl;
    this.cluster = cluster;
    this.demo = demo;
    this.settings = settings;
    this.javaOptions = javaOptions;
    this.environment = environment;
    this.key = key;
    this.diskReserve = diskReserve;
    this.classArchive = new ClassArchive(distribution, data.logs());
  }

  ClassArchive classArchive() {
    return classArchive;
  }

  /** Starts the server with newly made files. */
  Process start() throws IOException {
    prepareRun();
    return build().start();
  }

  /** Creates the files of a run and removes those of the previous run. */
  private void prepareRun() throws IOException {
    DataDirectory.deleteAll(domain());
    DataDirectory.deleteAll(temporary());
    data.removeOldCrashReports();
    Files.createDirectories(temporary());
    distribution.copyDomainTo(domain());
    // Payara requires it to exist; nothing is served from it
    Files.createDirectories(domain().resolve("docroot"));
    Files.writeString(loggingProperties(), Logging.properties(data.logs()));
    if (cluster.isWanted()) {
      Files.writeString(data.run().resolve("hazelcast.xml"), cluster.hazelcastConfiguration());
    }
  }

  /** Start of every command line that must agree with an archive of its classes. */
  static List<String> java(Distribution distribution) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(JAVA.toString());
    // the serial collector and the first compiler alone: half the memory and half the CPU time of a
    // start
    command.addAll(
        List.of(
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            // enough for an office day; more is used when thousands of phones are connected
            "-Xms200m",
            "-Xmx768m",
            // the young generation is never returned to the system, so it is smaller than usual
            "-XX:NewRatio=3",
            // a start without an archive of classes needs that much; each step towards it would be
            // a full collection
            "-XX:MetaspaceSize=128m",
            // afterwards it shrinks in a full collection, see HeapRelief
            "-XX:MinHeapSize=160m",
            "-XX:MinHeapFreeRatio=15",
            "-XX:MaxHeapFreeRatio=30",
            "-XX:-ShrinkHeapInSteps"));
    if (Runtime.version().feature() >= COMPACT_HEADERS) {
      command.add("-XX:+UseCompactObjectHeaders");
    }
    command.addAll(distribution.openings().toList());
    command.addAll(List.of("-cp", distribution.serverClassPath()));
    return command;
  }

  private ProcessBuilder build() throws IOException {
    List<String> command = java(distribution);
    command.addAll(classArchive.options());
    command.add("-XX:+ExitOnOutOfMemoryError");
    command.add("-XX:ErrorFile=" + data.logs().resolve(DataDirectory.CRASH_REPORT + "%p.log"));
    command.addAll(extraOptions());
    properties().forEach((name, value) -> command.add("-D" + name + "=" + value));
    command.add(MAIN);
    command.add(distribution.root().toString());
    command.add(data.run().toString());
    command.add(listener.address());
    command.add(String.valueOf(listener.port()));
    command.add(String.valueOf(demo));
    command.add(String.valueOf(cluster.isWanted()));
    command.add(key.file().toString());
    command.add(key.fingerprint());
    command.add(String.valueOf(diskReserve));
    command.add(baseUrl.map(BaseUrl::fullUrl).orElse(""));
    command.add(settings.getOrDefault(TrustedProxies.PROPERTY, ""));
    command.add(settings.getOrDefault(Monitors.PROPERTY, ""));
    command.add(settings.getOrDefault(DemoTime.PROPERTY, ""));
    HostEncoding.ofThisProcess().requireWritable(command);
    ProcessBuilder builder = new ProcessBuilder(command);
    // limits arenas: glibc would keep one per thread
    builder.environment().putIfAbsent("MALLOC_ARENA_MAX", "2");
    builder.environment().putAll(environment);
    return builder;
  }

  private Map<String, String> properties() {
    Map<String, String> properties = new HashMap<>(settings);
    baseUrl
        .map(BaseUrl::url)
        .or(listener::findUrlForOthers)
        .ifPresent(url -> properties.put("lw.base-url", url));
    properties.putAll(fixedProperties());
    properties.putAll(ServerLocale.PROPERTIES);
    return properties;
  }

  private Map<String, String> fixedProperties() {
    return Map.ofEntries(
        Map.entry("user.timezone", "UTC"),
        Map.entry("java.util.logging.config.file", loggingProperties().toString()),
        Map.entry("java.io.tmpdir", temporary().toString()),
        // while it deploys, Payara asks for the true path of the same few jars thousands of times;
        // Java 21 and later do not know this
        Map.entry("sun.io.useCanonCaches", "true"),
        // the same lock timeout as on a PostgreSQL, see ConnectionPool
        Map.entry("derby.locks.waitTimeout", "8"),
        Map.entry("derby.locks.deadlockTimeout", "4"),
        // three files of one megabyte: logs of a failure must not fill the disk
        Map.entry("derby.stream.error.style", "rollingFile"),
        Map.entry(
            "derby.stream.error.rollingFile.pattern",
            data.logs().resolve("derby-%g.log").toString()),
        Map.entry("derby.stream.error.rollingFile.limit", "1000000"),
        Map.entry("derby.stream.error.rollingFile.count", "3"),
        Map.entry("fish.payara.micro.BootJar", distribution.payara().toUri().toString()),
        Map.entry("fish.payara.micro.UnpackDir", distribution.payara().getParent().toString()),
        // the product name on error pages outside the applications, by default with the version
        Map.entry("product.name", "lokal willkommen"),
        Map.entry("lw.payara", Platform.ofThisDistribution().payara()),
        Map.entry("lw.demo", String.valueOf(demo)),
        Map.entry("lw.data", data.root().toString()),
        Map.entry("lw.visitor-key", key.file().toString()),
        Map.entry(
            "lw.database",
            environment.get("LW_DB_URL").startsWith("jdbc:derby:") ? "derby" : "postgresql"),
        Map.entry("lw.cluster", cluster.members()));
  }

  private List<String> extraOptions() {
    String extra = javaOptions.strip();
    return extra.isEmpty() ? List.of() : List.of(extra.split("\\s+"));
  }

  private Path loggingProperties() {
    return data.run().resolve("logging.properties");
  }

  private Path domain() {
    return data.run().resolve("domain");
  }

  private Path temporary() {
    return data.run().resolve("tmp");
  }
}
