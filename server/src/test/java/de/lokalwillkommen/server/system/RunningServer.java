package de.lokalwillkommen.server.system;

import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.commons.io.FileUtils;

/** A started distribution, as an operator has it: {@code java -jar lokal-willkommen.jar …}. */
public final class RunningServer implements AutoCloseable {

  private static final String READY = "lokal willkommen is ready: ";
  private static final Duration PATIENCE = Duration.ofMinutes(10);

  /**
   * The local time at which every demo begins, whatever the machine's clock shows: a Wednesday with
   * neither a holiday nor a change of the clock in the weeks around it, at an hour when the demo's
   * appointments are over. So the next slots are free, and there are more until midnight.
   */
  private static final String DEMO_TIME = System.getProperty("lw.demo-time", "2027-06-16T17:00");

  private static RunningServer shared;

  private final Program program;
  private final Process process;
  private final int port;
  private final Path data;
  private final List<String> options;
  private final List<String> lines = new ArrayList<>();
  private final CompletableFuture<Duration> ready = new CompletableFuture<>();

  /**
   * What is started.
   *
   * @param java the home of the Java that starts it
   */
  record Program(Path java, Path jar) {

    /** The distribution of this build, with the Java that runs the tests. */
    static Program ofThisBuild() {
      return new Program(Path.of(System.getProperty("java.home")), RunningServer.jar());
    }

    private List<String> command() {
      return List.of(java.resolve("bin/java").toString(), "-jar", jar.toString());
    }
  }

  private RunningServer(int port, Path data, List<String> options) {
    this(Program.ofThisBuild(), List.of(), port, data, options);
  }

  private RunningServer(
      Program program, List<String> prefix, int port, Path data, List<String> options) {
    this.program = program;
    this.port = port;
    this.data = data;
    this.options = options;
    List<String> command = new ArrayList<>(prefix);
    command.addAll(program.command());
    command.addAll(List.of("--port", Integer.toString(port), "--data", data.toString()));
    command.addAll(options);
    long began = System.nanoTime();
    try {
      process = new ProcessBuilder(command).redirectErrorStream(true).start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Thread reader = new Thread(() -> read(began), "server output");
    reader.setDaemon(true);
    reader.start();
  }

  /** The distribution that the build has made. */
  public static Path jar() {
    return Path.of(System.getProperty("lw.jar", "target/lokal-willkommen.jar")).toAbsolutePath();
  }

  /** A demo shared by all tests that leave it as healthy as they found it. */
  public static synchronized RunningServer shared() {
    if (shared == null) {
      try {
        shared = demo(Files.createTempDirectory("lw-system"));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      Runtime.getRuntime().addShutdownHook(new Thread(RunningServer::leaveNothing));
    }
    return shared;
  }

  /** Deletes the files that a server unpacks and writes, some 400 MB. */
  private static void leaveNothing() {
    shared.close();
    FileUtils.deleteQuietly(shared.data.toFile());
  }

  /** A demo for one test, in a folder that is deleted with it. */
  public static RunningServer demo(Path data, String... options) {
    return demoAt(DEMO_TIME, data, options);
  }

  /**
   * A demo that begins at another time.
   *
   * @param time by the clock on the wall, with the day
   */
  static RunningServer demoAt(String time, Path data, String... options) {
    return start(FreePorts.next(), data, demoOptions(time, options));
  }

  private static List<String> demoOptions(String time, String... options) {
    List<String> all = new ArrayList<>(List.of("--demo", "--demo-time", time));
    all.addAll(List.of(options));
    return all;
  }

  /**
   * A demo started by another program.
   *
   * @param prefix that program and its arguments, before those of the server
   */
  public static RunningServer demoBehind(List<String> prefix, Path data, String... options) {
    RunningServer server =
        new RunningServer(
            Program.ofThisBuild(), prefix, FreePorts.next(), data, demoOptions(DEMO_TIME, options));
    server.awaitReady();
    return server;
  }

  /** A demo of another build, with the Java that runs this. */
  public static RunningServer demoOf(Path jar, Path data) {
    return demoOf(new Program(Path.of(System.getProperty("java.home")), jar), data);
  }

  /** A demo of another build. */
  static RunningServer demoOf(Program program, Path data, String... options) {
    List<String> all = new ArrayList<>(List.of("--demo"));
    all.addAll(List.of(options));
    RunningServer server = new RunningServer(program, List.of(), FreePorts.next(), data, all);
    server.awaitReady();
    return server;
  }

  /** A server that is no demonstration, on a given folder. */
  public static RunningServer in(Path data, String... options) {
    return start(FreePorts.next(), data, List.of(options));
  }

  private static RunningServer start(int port, Path data, List<String> options) {
    RunningServer server = new RunningServer(port, data, options);
    server.awaitReady();
    return server;
  }

  /** The same server again, on the same folder and port. */
  public RunningServer startAgain() {
    RunningServer again = beginToStartAgain();
    again.awaitReady();
    return again;
  }

  /** Begins to start the same server again, without waiting. */
  public RunningServer beginToStartAgain() {
    return new RunningServer(program, List.of(), port, data, options);
  }

  /** Waits until the ready line has been printed and says how long that took. */
  public Duration awaitReady() {
    try {
      return ready.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    } catch (InterruptedException | ExecutionException | TimeoutException e) {
      process.destroy();
      throw new IllegalStateException("not ready: " + String.join("\n", output()), e);
    }
  }

  /**
   * The answers of a page until the server is ready: each status followed by the server's mark, or
   * without it.
   */
  public Set<String> answersUntilReady(String path) {
    Set<String> answers = new TreeSet<>();
    await()
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(100))
        .until(
            () -> {
              findAnswer(path).filter(answer -> !ready.isDone()).ifPresent(answers::add);
              return ready.isDone();
            });
    awaitReady();
    return answers;
  }

  private Optional<String> findAnswer(String path) {
    try {
      HttpURLConnection page = (HttpURLConnection) uri(path).toURL().openConnection();
      return Optional.of(page.getResponseCode() + " " + page.getHeaderField("X-LW"));
    } catch (IOException notListeningYet) {
      return Optional.empty();
    }
  }

  private void read(long began) {
    try (BufferedReader output = process.inputReader()) {
      for (String line = output.readLine(); line != null; line = output.readLine()) {
        synchronized (lines) {
          lines.add(line);
        }
        if (line.startsWith(READY)) {
          Duration start = Duration.ofNanos(System.nanoTime() - began);
          Patience.measure(start);
          ready.complete(start);
        }
      }
      ready.completeExceptionally(new IllegalStateException("the server has ended"));
    } catch (IOException e) {
      ready.completeExceptionally(e);
    }
  }

  /** Its output so far. */
  public List<String> output() {
    synchronized (lines) {
      return List.copyOf(lines);
    }
  }

  public int port() {
    return port;
  }

  public Path data() {
    return data;
  }

  public URI uri(String path) {
    return URI.create("http://127.0.0.1:" + port + path);
  }

  public URI socket(String path) {
    return URI.create("ws://127.0.0.1:" + port + path);
  }

  /** Both processes, the launcher first. */
  public List<ProcessHandle> processes() {
    List<ProcessHandle> all = new ArrayList<>(List.of(process.toHandle()));
    process.descendants().forEach(all::add);
    return all;
  }

  /** Kills both processes at once, as a power cut would. */
  public void kill() {
    PowerCut.of(processes());
  }

  /** Stops it and waits for its end. */
  public int stop() {
    process.destroy();
    try {
      if (!process.waitFor(Patience.millis(20), TimeUnit.MILLISECONDS)) {
        kill();
        throw new IllegalStateException("did not stop");
      }
      return process.exitValue();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    if (process.isAlive()) {
      stop();
    }
  }
}
