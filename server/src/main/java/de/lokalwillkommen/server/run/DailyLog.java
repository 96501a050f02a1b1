package de.lokalwillkommen.server.run;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.logging.ErrorManager;
import java.util.logging.Handler;
import java.util.logging.LogManager;
import java.util.logging.LogRecord;
import java.util.logging.SimpleFormatter;
import java.util.stream.Stream;

/**
 * Writes {@code server.log} and puts it aside at the end of each day (UTC), for a month. Named in
 * the logging properties: the JDK's own file handler knows sizes but no days, and Payara's writes
 * nothing in Payara Micro.
 */
public final class DailyLog extends Handler {
  static final int KEPT_DAYS = 30;

  private static final String CURRENT = "server.log";
  private static final String PUT_ASIDE = "server-";

  private final Path directory;
  private final Clock clock;
  private BufferedWriter file;
  private LocalDate day;

  /** Made by the log manager; the directory is in its properties. */
  public DailyLog() throws IOException {
    this(
        Path.of(LogManager.getLogManager().getProperty(DailyLog.class.getName() + ".directory")),
        Clock.systemUTC());
  }

  DailyLog(Path directory, Clock clock) throws IOException {
    this.directory = directory;
    this.clock = clock;
    setFormatter(new SimpleFormatter());
    open();
  }

  @Override
  public synchronized void publish(LogRecord record) {
    if (!isLoggable(record)) {
      return;
    }
    try {
      if (!today().equals(day)) {
        file.close();
        open();
      }
      file.write(getFormatter().format(record));
      file.flush();
    } catch (IOException | UncheckedIOException e) {
      reportError("log record lost", e, ErrorManager.WRITE_FAILURE);
    }
  }

  @Override
  public synchronized void flush() {
    // every record is flushed when written
  }

  @Override
  public synchronized void close() {
    try {
      file.close();
    } catch (IOException e) {
      reportError("log not closed", e, ErrorManager.CLOSE_FAILURE);
    }
  }

  private void open() throws IOException {
    day = today();
    Path current = directory.resolve(CURRENT);
    if (Files.exists(current)) {
      LocalDate written =
          LocalDate.ofInstant(Files.getLastModifiedTime(current).toInstant(), ZoneOffset.UTC);
      if (written.isBefore(day)) {
        Path aside = directory.resolve(PUT_ASIDE + written + ".log");
        Files.move(current, aside, StandardCopyOption.REPLACE_EXISTING);
        removeOldest();
      }
    }
    file =
        Files.newBufferedWriter(
            current, StandardCharsets.UTF_8, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
  }

  private void removeOldest() throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      List<Path> aside =
          files
              .filter(file -> file.getFileName().toString().startsWith(PUT_ASIDE))
              .sorted()
              .toList();
      for (Path old : aside.subList(0, Math.max(0, aside.size() - KEPT_DAYS))) {
        Files.delete(old);
      }
    }
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
  }
}
