package de.lokalwillkommen.server.run;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * {@code server.log} and its rotated files: it is rotated at the end of each day (UTC), and when it
 * is too large. The newest rotated files are kept, up to a number and a total size. Age alone
 * deletes no file here, since a clock that leaps ahead makes all files old; see {@link
 * ExpiredFiles}.
 */
final class LogFiles {
  static final int MOST_FILES = 30;
  static final long LARGEST = 10L * 1024 * 1024;
  static final long MOST_ASIDE = 100L * 1024 * 1024;

  private static final String CURRENT = "server.log";
  private static final String PUT_ASIDE = "server-";
  private static final String SUFFIX = ".log";
  private static final int DATE_LENGTH = "2026-11-22".length();

  private final Path directory;
  private final Clock clock;
  private OutputStream file;
  private LocalDate day;
  private long size;

  LogFiles(Path directory, Clock clock) {
    this.directory = directory;
    this.clock = clock;
  }

  /** Appends to the file. After a failure the next call opens the file again. */
  void append(byte[] text) throws IOException {
    try {
      if (file == null || !today().equals(day) || size + text.length > LARGEST) {
        open();
      }
      file.write(text);
      size += text.length;
    } catch (IOException e) {
      close();
      throw e;
    }
  }

  void close() {
    if (file != null) {
      try {
        file.close();
      } catch (IOException e) {
        // the file has been given up
      }
      file = null;
    }
  }

  private void open() throws IOException {
    close();
    Path current = directory.resolve(CURRENT);
    if (Files.exists(current) && isOver(current)) {
      putAside(current);
    }
    file = Files.newOutputStream(current, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    size = Files.size(current);
    day = today();
  }

  private boolean isOver(Path current) throws IOException {
    // rotates a little before the limit, so that the next record fits
    return dayOf(current).isBefore(today()) || Files.size(current) > LARGEST * 9 / 10;
  }

  private void putAside(Path current) {
    try {
      Path aside = nameAside(dayOf(current));
      Files.move(current, aside);
      removeOldest(aside);
    } catch (IOException e) {
      // continues in the same file: a log that is too long is better than none
    }
  }

  private Path nameAside(LocalDate written) {
    Path aside = directory.resolve(PUT_ASIDE + written + SUFFIX);
    for (int part = 2; Files.exists(aside); part++) {
      aside = directory.resolve(PUT_ASIDE + written + "." + part + SUFFIX);
    }
    return aside;
  }

  private void removeOldest(Path latest) throws IOException {
    List<Path> aside = new ArrayList<>();
    try (Stream<Path> files = Files.list(directory)) {
      files.filter(f -> f.getFileName().toString().startsWith(PUT_ASIDE)).forEach(aside::add);
    }
    Instant now = clock.instant();
    // files from a time when the clock was ahead must not be kept longer than newer ones
    aside.sort(
        Comparator.comparing((Path put) -> put.equals(latest))
            .thenComparing(put -> !writtenAt(put).isAfter(now))
            .thenComparing(LogFiles::writtenAt)
            .reversed());
    long together = 0;
    int count = 0;
    for (Path put : aside) {
      together += Files.size(put);
      count++;
      if (together > MOST_ASIDE || count > MOST_FILES) {
        Files.delete(put);
      }
    }
  }

  /**
   * The time of its first line, or of its last change if that is earlier, as after a clock that was
   * ahead. The time of the last change alone is not enough: a subcommand in another process may
   * append a line after midnight.
   */
  private static LocalDate dayOf(Path current) {
    LocalDate last = writtenOn(current);
    return findFirstDay(current).filter(first -> first.isBefore(last)).orElse(last);
  }

  /** The day with which the first line begins, if it does. */
  private static Optional<LocalDate> findFirstDay(Path current) {
    try (InputStream begin = Files.newInputStream(current)) {
      byte[] date = begin.readNBytes(DATE_LENGTH);
      return Optional.of(LocalDate.parse(new String(date, StandardCharsets.US_ASCII)));
    } catch (IOException | DateTimeParseException e) {
      return Optional.empty();
    }
  }

  private static LocalDate writtenOn(Path path) {
    return LocalDate.ofInstant(writtenAt(path), ZoneOffset.UTC);
  }

  private static Instant writtenAt(Path path) {
    try {
      return Files.getLastModifiedTime(path).toInstant();
    } catch (IOException e) {
      return Instant.EPOCH;
    }
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
  }
}
