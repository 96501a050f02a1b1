package de.lokalwillkommen.core.kernel.time;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** What the machine says about time. */
interface Machine {

  /** What its clock shows. */
  Instant clock();

  /** How long it has been running while awake, in nanoseconds since some moment. */
  long awakeNanos();

  /** How long it has been running, asleep or awake, since some moment; empty if it cannot say. */
  Optional<Duration> uptime();

  /** This machine. */
  static Machine own() {
    return new Machine() {
      private static final Path UPTIME = Path.of("/proc/uptime");

      @Override
      public Instant clock() {
        return Instant.now();
      }

      @Override
      public long awakeNanos() {
        return System.nanoTime();
      }

      @Override
      public Optional<Duration> uptime() {
        try {
          // on Linux this counts sleep, which the JVM's monotonic clock does not
          String seconds = Files.readString(UPTIME).split(" ")[0];
          return Optional.of(Duration.ofMillis((long) (Double.parseDouble(seconds) * 1000)));
        } catch (IOException | RuntimeException e) {
          return Optional.empty();
        }
      }
    };
  }
}
