package de.lokalwillkommen.server.bench;

import de.lokalwillkommen.server.system.RunningServer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.commons.io.FileUtils;

/**
 * Compares searches and bookings of this build and of an older one, each on a fresh demonstration,
 * alternating in each round. An older build may lack newer options, so both demonstrations begin at
 * the time of the machine's clock.
 */
final class Beside {

  private static final int ROUNDS = Integer.getInteger("bench.rounds", 3);

  private final List<String> offices;
  private final Map<String, Path> builds = new LinkedHashMap<>();
  private final Map<String, Map<String, List<Double>>> perSecond = new LinkedHashMap<>();

  Beside(List<String> offices) {
    this.offices = offices;
    builds.put("this build", RunningServer.jar());
    String older = System.getProperty("bench.older", "");
    if (older.isBlank()) {
      throw new IllegalArgumentException("beside what? say -Dbench.older=FILE");
    }
    builds.put("older build", Path.of(older));
  }

  /** Measures and returns the lines of a table. */
  List<String> measure() throws Exception {
    for (int round = 0; round < ROUNDS; round++) {
      for (Map.Entry<String, Path> build : builds.entrySet()) {
        measure(build.getKey(), build.getValue());
      }
    }
    List<String> table = new ArrayList<>();
    table.add("| what, each round | " + String.join(" | ", builds.keySet()) + " |");
    table.add("|---|---|---|");
    perSecond.forEach((what, of) -> table.add("| " + what + " | " + inWords(of) + " |"));
    return table;
  }

  private void measure(String build, Path jar) throws Exception {
    Path data = Files.createTempDirectory("lw-bench");
    try (RunningServer server = RunningServer.demoOf(jar, data)) {
      new Bookings(server, offices)
          .measure()
          .forEach(
              (what, rate) -> {
                perSecond
                    .computeIfAbsent(what, any -> new LinkedHashMap<>())
                    .computeIfAbsent(build, any -> new ArrayList<>())
                    .add(rate.perSecond());
                System.err.printf(Locale.ROOT, "%s, %s: %.0f/s%n", build, what, rate.perSecond());
              });
    } finally {
      FileUtils.deleteDirectory(data.toFile());
    }
  }

  private String inWords(Map<String, List<Double>> of) {
    return String.join(
        " | ",
        builds.keySet().stream()
            .map(build -> of.get(build).stream().map(Beside::perSecond).toList())
            .map(rounds -> String.join(", ", rounds))
            .toList());
  }

  private static String perSecond(double rate) {
    return String.format(Locale.ROOT, "%.0f/s", rate);
  }
}
