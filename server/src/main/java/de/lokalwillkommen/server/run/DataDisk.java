package de.lokalwillkommen.server.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The disk on which the embedded database lies.
 *
 * @param directory a directory on it
 * @param reserveMegabytes when less is left nothing new is begun; 0 if that is not asked
 */
record DataDisk(Path directory, long reserveMegabytes) {
  private static final long BYTES = 1024 * 1024;

  /** With less than this left, an embedded database that has failed would only fail again. */
  private static final long FLOOR = 20;

  /**
   * Whoever has just been refused for want of room should not see the answer change every second.
   */
  private static final double CLEARLY = 1.1;

  /** How much is left; 0 if the disk does not say. */
  long freeMegabytes() {
    return directory.toFile().getUsableSpace() / BYTES;
  }

  /** Whether little is left, given whether little was left before. */
  boolean isScarce(long freeMegabytes, boolean before) {
    return freeMegabytes < (before ? reserveMegabytes * CLEARLY : reserveMegabytes);
  }

  /** Whether there is too little to begin again with. */
  boolean isFull(long freeMegabytes) {
    return freeMegabytes < Math.min(FLOOR, reserveMegabytes);
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
