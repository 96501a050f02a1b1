package de.lokalwillkommen.server.launch;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * Writes what a process prints on standard error during one run to {@code console.log}. When the
 * file is too large it starts a new one and keeps the previous one.
 */
final class ConsoleLog {
  static final int LARGEST = 2 * 1024 * 1024;

  private static final int BUFFER = 8192;

  private final Path file;

  ConsoleLog(Path logs) {
    this.file = logs.resolve("console.log");
  }

  /** Reads until the process has ended; while the disk is full the output is lost. */
  void keep(InputStream said) {
    Thread reading = new Thread(() -> copy(said), "console-log");
    reading.setDaemon(true);
    reading.start();
  }

  void copy(InputStream said) {
    byte[] buffer = new byte[BUFFER];
    long size = 0;
    start();
    try (said) {
      for (int n = said.read(buffer); n >= 0; n = said.read(buffer)) {
        if (size + n > LARGEST) {
          putAside();
          size = 0;
        }
        append(buffer, n);
        size += n;
      }
    } catch (IOException e) {
      // the process has ended
    }
  }

  private void start() {
    try {
      Files.deleteIfExists(file);
      Files.createFile(file);
    } catch (IOException e) {
      // retried with the next output
    }
  }

  private void putAside() {
    try {
      Files.move(
          file, file.resolveSibling("console-before.log"), StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      start();
    }
  }

  private void append(byte[] said, int length) {
    try (OutputStream out =
        Files.newOutputStream(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
      out.write(said, 0, length);
    } catch (IOException e) {
      // lost, as long as the disk is full
    }
  }
}
