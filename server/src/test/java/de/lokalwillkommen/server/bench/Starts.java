package de.lokalwillkommen.server.bench;

import de.lokalwillkommen.server.system.RunningServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.commons.io.FileUtils;

/**
 * Compares starts and idle memory: Payara Micro without applications, the distribution, and
 * optionally an older one, alternating in each round. The table has the medians of all rounds.
 */
final class Starts {
  private static final int ROUNDS = Integer.getInteger("bench.rounds", 3);
  private static final int IDLE_SECONDS = Integer.getInteger("bench.idle", 60);

  private static final long BYTES_PER_MB = 1_000_000;

  /** The collector and the compiler of the distribution, see {@code ServerCommand}. */
  private static final List<String> LIKE_OURS =
      List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1");

  private final Path payara = Path.of(System.getProperty("bench.payara-micro"));
  private final List<Candidate> candidates = new ArrayList<>();
  private final Map<String, Measured> measured = new LinkedHashMap<>();

  Starts() {
    candidates.add(new Bare("bare Payara Micro, one compiler, serial collector", LIKE_OURS));
    candidates.add(new Bare("bare Payara Micro, as it comes", List.of()));
    candidates.add(new Ours("this build", RunningServer.jar()));
    String older = System.getProperty("bench.older", "");
    if (!older.isBlank()) {
      candidates.add(new Ours("older build", Path.of(older)));
    }
  }

  /** Measures and returns the lines of a table. */
  List<String> measure() throws IOException, InterruptedException {
    for (int round = 0; round < ROUNDS; round++) {
      for (Candidate candidate : candidates) {
        candidate.measureStarts();
      }
    }
    // one at a time: processes that run the same program share memory
    for (Candidate candidate : candidates) {
      candidate.measureMemory();
    }
    List<String> table = new ArrayList<>();
    table.add("| what | start | wall | processor | idle memory, resident | proportional |");
    table.add("|---|---|---|---|---|---|");
    Measured bare = measured.get(candidates.get(0).first());
    measured.forEach((what, result) -> table.add("| " + what + " | " + result.against(bare)));
    return table;
  }

  private void note(String what, Duration wall, double processor) {
    Measured results = measured.computeIfAbsent(what, any -> new Measured());
    results.wall.add(wall.toMillis() / 1000.0);
    results.processor.add(processor);
    System.err.printf(
        Locale.ROOT, "%s: %.1f s, processor %.1f s%n", what, wall.toMillis() / 1000.0, processor);
  }

  private void noteMemory(String what, List<ProcessHandle> processes)
      throws IOException, InterruptedException {
    TimeUnit.SECONDS.sleep(IDLE_SECONDS);
    Measured results = measured.get(what);
    results.resident = Used.residentMiB(processes);
    results.proportional = Used.proportionalMiB(processes);
    System.err.printf(Locale.ROOT, "%s: %.0f MiB%n", what, results.resident);
  }

  /**
   * The memory of bare Payara Micro, with the options of the distribution, in MiB; NaN before it is
   * known.
   */
  double bareMiB() {
    Measured bare = measured.get(candidates.get(0).first());
    return bare == null ? Double.NaN : bare.resident;
  }

  private interface Candidate {
    /** The name of its first start in the table. */
    String first();

    /** Starts it for the first time, and again if it keeps files. */
    void measureStarts() throws IOException;

    /** Starts it and measures its memory some time later. */
    void measureMemory() throws IOException, InterruptedException;
  }

  private final class Bare implements Candidate {
    private final String name;
    private final List<String> options;

    Bare(String name, List<String> options) {
      this.name = name;
      this.options = options;
    }

    @Override
    public String first() {
      return name + " | every";
    }

    @Override
    public void measureStarts() throws IOException {
      try (BarePayara server = BarePayara.start(payara, options)) {
        note(first(), server.wall(), Used.processorSeconds(server.processes()));
      }
    }

    @Override
    public void measureMemory() throws IOException, InterruptedException {
      try (BarePayara server = BarePayara.start(payara, options)) {
        noteMemory(first(), server.processes());
      }
    }
  }

  private final class Ours implements Candidate {
    private final String name;
    private final Path jar;

    Ours(String name, Path jar) {
      this.name = name;
      this.jar = jar;
    }

    @Override
    public String first() {
      return name + " | first";
    }

    private String second() {
      return name + " | second";
    }

    @Override
    public void measureStarts() throws IOException {
      Path data = Files.createTempDirectory("lw-bench");
      try {
        RunningServer server = RunningServer.demoOf(jar, data);
        note(first(), server.awaitReady(), Used.processorSeconds(server.processes()));
        server.stop();
        server = server.startAgain();
        note(second(), server.awaitReady(), Used.processorSeconds(server.processes()));
        server.stop();
      } finally {
        FileUtils.deleteDirectory(data.toFile());
      }
    }

    @Override
    public void measureMemory() throws IOException, InterruptedException {
      Path data = Files.createTempDirectory("lw-bench");
      try {
        RunningServer.demoOf(jar, data).stop();
        System.err.printf(
            Locale.ROOT,
            "%s: data of a fresh demo %d MB%n",
            name,
            FileUtils.sizeOfDirectory(data.toFile()) / BYTES_PER_MB);
        try (RunningServer server = RunningServer.demoOf(jar, data)) {
          noteMemory(second(), server.processes());
        }
      } finally {
        FileUtils.deleteDirectory(data.toFile());
      }
    }
  }

  private static final class Measured {
    private final List<Double> wall = new ArrayList<>();
    private final List<Double> processor = new ArrayList<>();
    private double resident;
    private double proportional;

    private String against(Measured bare) {
      return String.join(
          " | ",
          beside(median(wall), median(bare.wall), "%.1f s"),
          beside(median(processor), median(bare.processor), "%.1f s"),
          resident == 0 ? "" : beside(resident, bare.resident, "%.0f MiB"),
          resident == 0 ? "" : beside(proportional, bare.proportional, "%.0f MiB"),
          "");
    }

    private static String beside(double value, double bare, String unit) {
      return String.format(Locale.ROOT, unit + " (%.2f ×)", value, value / bare);
    }

    private static double median(List<Double> values) {
      return values.stream().sorted().skip(values.size() / 2).findFirst().orElseThrow();
    }
  }
}
