package de.lokalwillkommen.server.launch;

import de.lokalwillkommen.server.launch.host.DataDirectory;
import de.lokalwillkommen.server.launch.host.Refusal;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** The server as a child process: started, awaited, stopped. */
final class ServerProcess {
  private static final String NAME = "lokal willkommen: ";
  private static final Duration STOP_LIMIT = Duration.ofSeconds(10);
  private static final Duration LAST_WORDS = Duration.ofSeconds(2);
  private static final String READY = "ready";
  private static final String REFUSED = "refused ";
  private static final String UNBOOTED = "unbooted ";
  private static final String FAILED = "failed ";
  private static final String WAITS = "waits ";
  private static final String REMARKS = "remarks ";
  private static final String ENDED = "";

  private final Process process;
  private final DataDirectory data;
  private final PrintWriter log;
  private final CountDownLatch saidAll = new CountDownLatch(1);
  private final BlockingQueue<String> said = new ArrayBlockingQueue<>(1);
  private volatile boolean stopping;
  private volatile Optional<String> failure = Optional.empty();
  private volatile String waitsFor = "the server's JVM begins";

  private ServerProcess(Process process, DataDirectory data, PrintWriter log) {
    this.process = process;
    this.data = data;
    this.log = log;
  }

  /**
   * Starts the server and waits until all its applications answer. If Payara itself fails before it
   * has deployed anything, the start is retried once, within the same limit.
   *
   * @param launch starts the process
   * @param log for what the operator should know
   * @throws Refusal if it does not become ready; it is stopped then
   */
  static ServerProcess startReady(
      Launch launch, DataDirectory data, PrintWriter log, Patience patience) {
    long began = System.nanoTime();
    try {
      return start(launch, data, log).awaitReady(patience, began);
    } catch (Unbooted e) {
      log.println(NAME + e.getMessage() + "; trying once more");
      return start(launch, data, log).awaitReady(patience, began);
    }
  }

  private static ServerProcess start(Launch launch, DataDirectory data, PrintWriter log) {
    try {
      Process process = launch.begin();
      new ConsoleLog(data.logs()).keep(process.getErrorStream());
      ServerProcess server = new ServerProcess(process, data, log);
      Runtime.getRuntime().addShutdownHook(new Thread(server::stop, "stop-server"));
      Thread listening = new Thread(server::listen, "server-says");
      listening.setDaemon(true);
      listening.start();
      return server;
    } catch (IOException e) {
      throw new Refusal("the server process could not be started: " + e.getMessage(), e);
    }
  }

  private ServerProcess awaitReady(Patience patience, long began) {
    try {
      String line = awaitWord(patience, began);
      if (READY.equals(line)) {
        return this;
      }
      stop();
      if (line == null) {
        throw new Refusal(
            "the server was not ready within "
                + inWords(patience.limit())
                + " (--start-limit): "
                + waitsFor
                + "; see "
                + data.details());
      }
      if (line.startsWith(UNBOOTED)) {
        throw new Unbooted(
            "Payara failed to boot: " + line.substring(UNBOOTED.length()) + seeLogs());
      }
      throw new Refusal(
          line.startsWith(REFUSED)
              ? line.substring(REFUSED.length()) + seeLogs()
              : "the server ended while starting, with status "
                  + process.exitValue()
                  + "; see "
                  + data.details());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Refusal("interrupted while starting", e);
    }
  }

  /** The server's final message; null if there is none within the limit. */
  private String awaitWord(Patience patience, long began) throws InterruptedException {
    Duration passed = Duration.ofNanos(System.nanoTime() - began);
    long told = passed.dividedBy(patience.toldEvery());
    for (Duration until = patience.toldEvery().multipliedBy(told + 1);
        ;
        until = until.plus(patience.toldEvery())) {
      Duration end = until.compareTo(patience.limit()) < 0 ? until : patience.limit();
      long rest = end.toNanos() - (System.nanoTime() - began);
      String line = said.poll(rest, TimeUnit.NANOSECONDS);
      if (line != null || end.equals(patience.limit())) {
        return line;
      }
      log.println(NAME + "still starting after " + inWords(until) + ": " + waitsFor);
    }
  }

  private static String inWords(Duration duration) {
    return duration.toSeconds() % 60 == 0
        ? duration.toMinutes() + " min"
        : duration.toSeconds() + " s";
  }

  /** Waits until the server ends and returns its exit status. */
  int awaitEnd() {
    try {
      int status = process.waitFor();
      saidAll.await(LAST_WORDS.toSeconds(), TimeUnit.SECONDS);
      if (!stopping) {
        log.println(
            NAME
                + failure.orElse("the server ended by itself with status " + status)
                + "; see "
                + data.details());
      }
      return status;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Refusal("interrupted", e);
    }
  }

  private void stop() {
    stopping = true;
    process.destroy();
    try {
      if (!process.waitFor(STOP_LIMIT.toSeconds(), TimeUnit.SECONDS)) {
        process.destroyForcibly().waitFor();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }

  private String seeLogs() {
    return " (details in " + data.details() + ")";
  }

  private void listen() {
    try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.startsWith(WAITS)) {
          waitsFor = line.substring(WAITS.length());
        } else if (line.startsWith(REMARKS)) {
          log.println(NAME + line.substring(REMARKS.length()));
        } else if (line.startsWith(FAILED)) {
          failure = Optional.of(line.substring(FAILED.length()));
        } else if (line.equals(READY) || line.startsWith(REFUSED) || line.startsWith(UNBOOTED)) {
          said.offer(line);
        }
      }
    } catch (IOException e) {
      // the process has ended
    }
    said.offer(ENDED);
    saidAll.countDown();
  }

  /**
   * The time limit of a start, including its retry. A slow start is not aborted earlier, since the
   * next one would take as long.
   *
   * @param toldEvery the interval at which the operator is told what the start waits for
   * @param limit the time after which the start is aborted
   */
  record Patience(Duration toldEvery, Duration limit) {
    private static final Duration TOLD_EVERY = Duration.ofSeconds(15);

    static Patience of(Duration limit) {
      return new Patience(TOLD_EVERY, limit);
    }
  }

  /** How the process is started. */
  @FunctionalInterface
  interface Launch {
    /** Starts a new process; the previous one has ended. */
    Process begin() throws IOException;
  }

  /** Payara itself failed, and a retry may succeed. */
  private static final class Unbooted extends Refusal {
    Unbooted(String reason) {
      super(reason);
    }
  }
}
