package de.lokalwillkommen.core.kernel.time;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** The clocks of the machine. */
interface Machine {

  /** The wall clock. */
  Instant clock();

  /** The time it has been running while awake, in nanoseconds since an arbitrary moment. */
  long awakeNanos();

  /** The time since boot, asleep or awake; empty if unknown. */
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
