package de.lokalwillkommen.server.wrongclock;

import java.io.IOException;
import java.nio.LongBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * How far a wall clock is ahead of the right time. It is in a file that the test and the server's
 * JVM have both mapped, so a leap takes effect at once. The JVM's boot loader loads this class,
 * since the JDK's own classes call it.
 */
public final class MachineClock {

  private static final long NANOS = 1_000_000;

  private static LongBuffer aheadMillis = LongBuffer.allocate(1);

  private MachineClock() {}

  /** Uses the difference in that file from now on. */
  static void follow(Path file) throws IOException {
    aheadMillis = map(file);
  }

  /** The difference in milliseconds, to be read and changed; the file is made if it is missing. */
  public static LongBuffer map(Path file) throws IOException {
    try (FileChannel channel =
        FileChannel.open(
            file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
      return channel.map(MapMode.READ_WRITE, 0, Long.BYTES).asLongBuffer();
    }
  }

  /** Shifts a time in milliseconds. */
  public static long millis(long right) {
    return right + aheadMillis.get(0);
  }

  /** Shifts a time in nanoseconds. */
  public static long nanos(long right) {
    return right + aheadMillis.get(0) * NANOS;
  }
}
