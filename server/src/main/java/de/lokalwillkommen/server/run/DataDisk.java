package de.lokalwillkommen.server.run;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;
import java.util.function.Supplier;

/**
 * The disk on which the embedded database lies. Some network and virtual file systems do not tell
 * how much space is left; then work goes on until a write fails.
 *
 * @param directory a directory on it
 * @param reserveMegabytes new work is refused if less is left; 0 to turn the check off
 * @param free measures the free space in megabytes; empty if unknown
 */
record DataDisk(Path directory, long reserveMegabytes, Supplier<OptionalLong> free) {
  private static final long BYTES = 1024 * 1024;

  /** With less than this left, restarting an embedded database that has failed is useless. */
  private static final long FLOOR = 20;

  /** Margin for the end of a shortage, so that the answer does not change every second. */
  private static final double CLEARLY = 1.1;

  DataDisk(Path directory, long reserveMegabytes) {
    this(directory, reserveMegabytes, () -> measure(directory.toFile()));
  }

  private static OptionalLong measure(File place) {
    // a file system without a size does not know its free space either, and reports 0
    return place.getTotalSpace() > 0
        ? OptionalLong.of(place.getUsableSpace() / BYTES)
        : OptionalLong.empty();
  }

  /** The free space; empty if unknown. */
  OptionalLong freeMegabytes() {
    return free.get();
  }

  /** Whether little space is left, given the previous result. */
  boolean isScarce(OptionalLong freeMegabytes, boolean before) {
    double enough = before ? reserveMegabytes * CLEARLY : reserveMegabytes;
    return freeMegabytes.stream().anyMatch(megabytes -> megabytes < enough);
  }

  /** Whether there is too little space to restart the database. */
  boolean isFull(OptionalLong freeMegabytes) {
    long least = Math.min(FLOOR, reserveMegabytes);
    return freeMegabytes.stream().anyMatch(megabytes -> megabytes < least);
  }

  /** Whether a file can be written. */
  boolean isWritable() {
    try {
      Path file = Files.createTempFile(directory, "writable", "");
      Files.write(file, new byte[4096]);
      Files.delete(file);
      return true;
    } catch (IOException e) {
      return false;
    }
  }
}
