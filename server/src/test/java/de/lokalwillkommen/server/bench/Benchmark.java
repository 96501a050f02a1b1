package de.lokalwillkommen.server.bench;

import de.lokalwillkommen.server.system.Api;
import de.lokalwillkommen.server.system.RunningServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.HdrHistogram.Histogram;
import org.apache.commons.io.FileUtils;

/** Measures the distribution as it is built and prints one table. */
public final class Benchmark {

  private static final List<String> OFFICES =
      List.of(
          "brackel",
          "mengede",
          "hoerde",
          "eving",
          "luetgendortmund",
          "innenstadt-west",
          "innenstadt-nord");
  private static final int WARM_UP_SECONDS = 20;

  /** The second compiler takes a minute or two until it has compiled the busiest methods. */
  private static final int LONG_WARM_UP_SECONDS = 120;

  private static final int SECONDS = 10;
  private static final int ARCHIVE_SECONDS = 150;
  private static final int CALLS = 40;
  private static final long BETWEEN_CALLS_MS = 250;
  private static final int IDLE_SECONDS = 10;

  /** In a quiet minute the server returns the memory that it needed for the load. */
  private static final int QUIET_SECONDS = 130;

  private static final Set<String> ALL =
      Set.of(
          "start",
          "database",
          "boards",
          "phones",
          "tickets",
          "calls",
          "keys",
          "bookings",
          "pages",
          "compilers",
          "backups",
          "beside");

  /** Needs another build, so it is not part of {@code all}. */
  private static final String BESIDE = "beside";

  /** The parts that need the server under load. */
  private static final Set<String> UNDER_LOAD =
      Set.of("boards", "phones", "tickets", "calls", "keys", "bookings", "pages");

  private final StringBuilder table = new StringBuilder();
  private final Map<Integer, Rate> rawTickets = new HashMap<>();
  private double oneBoardMs = Double.NaN;
  private double bareMiB = Double.NaN;
  private final Set<String> parts;

  private Benchmark(Set<String> parts) {
    this.parts = parts;
  }

  /**
   * Measures.
   *
   * @param arguments the parts, separated by commas; {@code all} for all of them
   * @throws IllegalArgumentException if there is no such part
   */
  public static void main(String[] arguments) throws Exception {
    Benchmark benchmark = new Benchmark(parse(String.join(",", arguments)));
    benchmark.run();
    System.out.println(benchmark.table);
  }

  private static Set<String> parse(String parts) {
    if (parts.isBlank() || parts.equals("all")) {
      return ALL.stream().filter(part -> !part.equals(BESIDE)).collect(Collectors.toSet());
    }
    Set<String> wanted = Set.of(parts.split(","));
    if (!ALL.containsAll(wanted)) {
      throw new IllegalArgumentException(parts + ": there are " + ALL);
    }
    return wanted;
  }

  private void run() throws Exception {
    line("machine: " + machine());
    line("commit: " + commit());
    line("");
    if (parts.contains("start")) {
      Starts starts = new Starts();
      starts.measure().forEach(this::line);
      line("");
      bareMiB = starts.bareMiB();
    }
    if (parts.contains(BESIDE)) {
      new Beside(OFFICES).measure().forEach(this::line);
      line("");
    }
    if (Set.of("start", BESIDE).containsAll(parts)) {
      return;
    }
    line("| what | measured |");
    line("|---|---|");
    if (parts.contains("database")) {
      measureDatabase();
    }
    if (parts.stream().anyMatch(UNDER_LOAD::contains)) {
      measureServer();
    }
    if (parts.contains("compilers")) {
      measureBothCompilers();
    }
    if (parts.contains("backups")) {
      new Backups().measure().forEach(this::row);
    }
  }

  private void measureDatabase() throws Exception {
    try (RawDatabase database = new RawDatabase()) {
      Rate.measure(8, SECONDS / 2, database::issuing);
      for (int threads : new int[] {1, 8, 32}) {
        Rate rate = Rate.measure(threads, SECONDS, database::issuing);
        rawTickets.put(threads, rate);
        row("raw database, ticket, " + threads + " threads", rate);
      }
      for (int threads : new int[] {1, 8}) {
        row(
            "raw database, call, " + threads + " threads",
            Rate.measure(threads, SECONDS / 2, database::calling));
      }
    }
  }

  private void measureServer() throws Exception {
    Path data = Files.createTempDirectory("lw-bench");
    RunningServer server = RunningServer.demo(data);
    Duration first = server.awaitReady();
    awaitClassArchive(data);
    server.stop();
    server = server.startAgain();
    try {
      row("ready, first start", seconds(first));
      row("ready, second start", seconds(server.awaitReady()));
      TimeUnit.SECONDS.sleep(5);
      row("resident memory, idle, launcher + server", memory(server));
      if (parts.contains("boards")) {
        measureBoards(server);
      }
      if (parts.contains("phones")) {
        new Phones(server, OFFICES, this::row).measure();
      }
      if (parts.contains("tickets")) {
        measureTickets(server, "", WARM_UP_SECONDS);
      }
      if (parts.contains("calls")) {
        measureCalls(server);
      }
      if (parts.contains("keys")) {
        StaffKeys.measure(server).forEach(this::row);
      }
      if (parts.contains("bookings")) {
        new Bookings(server, OFFICES).measure().forEach(this::row);
      }
      row("resident memory after load, launcher + server", memoryBesideBare(server));
      TimeUnit.SECONDS.sleep(QUIET_SECONDS);
      row("resident memory, two minutes after load, launcher + server", memoryBesideBare(server));
      if (parts.contains("pages")) {
        Pages.measure(server).forEach(this::row);
      }
    } finally {
      server.close();
      FileUtils.deleteDirectory(data.toFile());
    }
  }

  /**
   * Waits until the class archive is made: where starts are not prepared, a server makes it once, a
   * while after its first start.
   */
  private static void awaitClassArchive(Path data) throws Exception {
    if (Files.exists(Path.of(RunningServer.jar() + ".prepared"))) {
      return;
    }
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(ARCHIVE_SECONDS);
    while (System.nanoTime() < end) {
      try (Stream<Path> files = Files.walk(data.resolve("run"))) {
        if (files.anyMatch(f -> f.toString().endsWith(".jsa"))) {
          return;
        }
      }
      TimeUnit.SECONDS.sleep(1);
    }
  }

  /** The same with the optimising compiler, which a server uses only if its operator wants it. */
  private void measureBothCompilers() throws Exception {
    Path data = Files.createTempDirectory("lw-bench");
    String with = ", both compilers";
    RunningServer server = RunningServer.demo(data, "--java-options=-XX:TieredStopAtLevel=4");
    try {
      server.awaitReady();
      awaitClassArchive(data);
      server.stop();
      server = server.startAgain();
      row("ready, second start" + with, seconds(server.awaitReady()));
      TimeUnit.SECONDS.sleep(5);
      row("resident memory, idle, launcher + server" + with, memory(server));
      measureTickets(server, with, LONG_WARM_UP_SECONDS);
      row("resident memory after these tickets, launcher + server" + with, memory(server));
    } finally {
      server.close();
      FileUtils.deleteDirectory(data.toFile());
    }
  }

  private void measureTickets(RunningServer server, String with, int warmUpSeconds)
      throws Exception {
    Rate.Maker kiosk = thread -> issuing(server, OFFICES.get(thread % OFFICES.size()));
    Rate.measure(8, warmUpSeconds, kiosk);
    for (int kiosks : new int[] {1, 8, 32}) {
      String what = "tickets, " + kiosks + " kiosks";
      Rate rate = Rate.measure(kiosks, SECONDS, kiosk);
      row(what + with, rate);
      Rate raw = rawTickets.get(kiosks);
      if (raw != null) {
        row(
            what + ", of raw commits" + with,
            String.format(
                Locale.ROOT,
                "%.0f %%; p50 %.1f ×",
                100 * rate.perSecond() / raw.perSecond(),
                rate.millis(50) / raw.millis(50)));
      }
    }
  }

  private static Rate.Work issuing(RunningServer server, String office) throws IOException {
    LeanHttp http = new LeanHttp(server.port());
    String path = "/kiosk/api/v1/offices/" + office + "/tickets";
    return () ->
        http.post(
                    path,
                    "{\"topic\":\"letters\",\"language\":\"de\"}",
                    "Idempotency-Key: " + UUID.randomUUID())
                .status()
            == 201;
  }

  private void measureCalls(RunningServer server) throws Exception {
    Api api = new Api(server);
    for (int counters : new int[] {1, 8}) {
      row(
          "next, " + counters + " counters",
          Rate.measure(
              counters,
              SECONDS,
              thread -> {
                Api.Counsellor counsellor =
                    api.signIn(OFFICES.get(thread % OFFICES.size()), 1 + thread / OFFICES.size());
                LeanHttp http = new LeanHttp(server.port());
                String path = "/admin/api/v1/counters/" + counsellor.counter() + "/next";
                return () ->
                    http.post(path, "", "Authorization: Bearer " + counsellor.token()).status()
                        == 200;
              }));
    }
  }

  private void measureBoards(RunningServer server) throws Exception {
    Api api = new Api(server);
    Api.Counsellor counsellor = api.signIn("hoerde", 1);
    callAndWatch(server, api, counsellor, 1);
    for (int boards : new int[] {1, 50, 500}) {
      row("click to board, " + boards + " boards", callAndWatch(server, api, counsellor, boards));
    }
  }

  /**
   * Calls repeatedly while boards are connected, and records when each board has received each
   * call.
   */
  private String callAndWatch(RunningServer server, Api api, Api.Counsellor counsellor, int boards)
      throws Exception {
    AtomicInteger messages = new AtomicInteger();
    AtomicReference<CallTimes> times = new AtomicReference<>(new CallTimes(0, 0));
    List<LeanBoard> open = new ArrayList<>();
    for (int i = 0; i < boards; i++) {
      open.add(
          LeanBoard.open(
              Api.HTTP,
              server.socket("/display/ws/hoerde"),
              messages::incrementAndGet,
              call -> times.get().seen(call)));
    }
    TimeUnit.SECONDS.sleep(2);
    times.set(new CallTimes(CALLS, open.get(0).newest()));
    for (int i = 0; i < CALLS; i++) {
      api.takeTicket("hoerde", "letters", "de");
      TimeUnit.MILLISECONDS.sleep(BETWEEN_CALLS_MS);
      times.get().click();
      counsellor.next();
      TimeUnit.MILLISECONDS.sleep(BETWEEN_CALLS_MS);
    }
    TimeUnit.SECONDS.sleep(1);
    int before = messages.get();
    TimeUnit.SECONDS.sleep(IDLE_SECONDS);
    double idle = (messages.get() - before) / (double) IDLE_SECONDS / boards;
    open.forEach(LeanBoard::close);
    Histogram micros = times.get().micros();
    Histogram last = times.get().lastBoard();
    if (boards == 1) {
      oneBoardMs = millis(micros, 95);
    }
    return String.format(
        Locale.ROOT,
        "p50 %.1f ms, p95 %.1f ms, p99 %.1f ms; last board p50 %.1f ms (%.1f × one board's p95),"
            + " p95 %.1f ms (%.1f ×); missed %d of %d; idle %.2f messages/s a board",
        millis(micros, 50),
        millis(micros, 95),
        millis(micros, 99),
        millis(last, 50),
        millis(last, 50) / oneBoardMs,
        millis(last, 95),
        millis(last, 95) / oneBoardMs,
        times.get().missed(boards),
        CALLS * boards,
        idle);
  }

  static double millis(Histogram micros, double percentile) {
    return micros.getValueAtPercentile(percentile) / 1000.0;
  }

  static String memory(RunningServer server) throws IOException {
    return String.format(Locale.ROOT, "%.0f MiB", Used.residentMiB(server.processes()));
  }

  private String memoryBesideBare(RunningServer server) throws IOException {
    String memory = memory(server);
    return Double.isNaN(bareMiB)
        ? memory
        : String.format(
            Locale.ROOT,
            "%s (%.2f × bare Payara Micro)",
            memory,
            Used.residentMiB(server.processes()) / bareMiB);
  }

  private static String seconds(Duration duration) {
    return String.format(Locale.ROOT, "%.1f s", duration.toMillis() / 1000.0);
  }

  private static String machine() throws IOException {
    String model =
        Files.readAllLines(Path.of("/proc/cpuinfo")).stream()
            .filter(l -> l.startsWith("model name"))
            .findFirst()
            .map(l -> l.substring(l.indexOf(':') + 1).strip())
            .orElse(System.getProperty("os.arch"));
    return Runtime.getRuntime().availableProcessors()
        + " × "
        + model
        + ", "
        + System.getProperty("os.name")
        + " "
        + System.getProperty("os.version")
        + ", Java "
        + Runtime.version()
        + "; the load driver runs on the same machine";
  }

  private static String commit() throws IOException {
    Process git = new ProcessBuilder("git", "describe", "--always", "--dirty").start();
    try (var reader = git.inputReader()) {
      String line = reader.readLine();
      return line == null ? "unknown" : line;
    }
  }

  private void row(String what, Rate rate) {
    row(
        what,
        String.format(
            Locale.ROOT,
            "%.0f/s; p50 %.1f ms, p95 %.1f ms, p99 %.1f ms%s",
            rate.perSecond(),
            rate.millis(50),
            rate.millis(95),
            rate.millis(99),
            rate.failures() == 0 ? "" : "; " + rate.failures() + " failed"));
  }

  private void row(String what, String measured) {
    line("| " + what + " | " + measured + " |");
    System.err.println(what + ": " + measured);
  }

  private void line(String text) {
    table.append(text).append('\n');
  }
}
