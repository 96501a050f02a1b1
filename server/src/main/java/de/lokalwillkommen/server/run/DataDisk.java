package de.lokalwillkommen.server.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The disk on which the embedded database lies.
 *
 * @param directory a directory on it
 * @param reserveMegabytes new work is refused if less is left; 0 to turn the check off
 */
record DataDisk(Path directory, long reserveMegabytes) {
  private static final long BYTES = 1024 * 1024;

  /** With less than this left, restarting an embedded database that has failed is useless. */
  private static final long FLOOR = 20;

  /** Margin for the end of a shortage, so that the answer does not change every second. */
  private static final double CLEARLY = 1.1;

  /** The free space; 0 if unknown. */
  long freeMegabytes() {
    return directory.toFile().getUsableSpace() / BYTES;
  }

  /** Whether little space is left, given the previous result. */
  boolean isScarce(long freeMegabytes, boolean before) {
    return freeMegabytes < (before ? reserveMegabytes * CLEARLY : reserveMegabytes);
  }

  /** Whether there is too little space to restart the database. */
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
