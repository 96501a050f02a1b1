package de.lokalwillkommen.server.run;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.function.LongSupplier;
import java.util.logging.ErrorManager;
import java.util.logging.Handler;
import java.util.logging.LogManager;
import java.util.logging.LogRecord;
import java.util.logging.SimpleFormatter;

/**
 * Writes {@code server.log}, see {@link LogFiles}; a repeated fault takes one line. While the file
 * cannot be written it keeps trying, prints some lines on standard error, and reports afterwards
 * how many were lost. Named in the logging properties: the JDK's own file handler rotates by size
 * but not by day and does not recover from an error, and Payara's writes nothing in Payara Micro.
 */
public final class DailyLog extends Handler {
  static final Duration BETWEEN_TRIES = Duration.ofSeconds(5);
  private static final int LINES_BETWEEN_TRIES = 5;
  private static final int LONGEST_LINE = 500;

  private final LogFiles files;
  private final LongSupplier nanos;
  private final PrintStream otherwise;
  private final Repeats repeats;
  private boolean isAway;
  private long lastTry;
  private long lost;
  private int saidOtherwise;

  /** Made by the log manager; the directory is in its properties. */
  public DailyLog() {
    this(
        Path.of(LogManager.getLogManager().getProperty(DailyLog.class.getName() + ".directory")),
        Clock.systemUTC(),
        System::nanoTime,
        System.err);
  }

  DailyLog(Path directory, Clock clock, LongSupplier nanos, PrintStream otherwise) {
    this.files = new LogFiles(directory, clock);
    this.nanos = nanos;
    this.otherwise = otherwise;
    this.repeats = new Repeats(clock, nanos);
    setFormatter(new SimpleFormatter());
  }

  @Override
  public synchronized void publish(LogRecord record) {
    if (!isLoggable(record)) {
      return;
    }
    try {
      String text =
          repeats.shorten(
              record.getLevel() + " " + record.getLoggerName(), getFormatter().format(record));
      if (!text.isEmpty()) {
        write(text);
      }
    } catch (RuntimeException e) {
      reportError("log record lost", e, ErrorManager.FORMAT_FAILURE);
    }
  }

  @Override
  public synchronized void flush() {
    // every record is flushed at once
  }

  @Override
  public synchronized void close() {
    files.close();
  }

  private void write(String text) {
    long now = nanos.getAsLong();
    if (isAway && now - lastTry < BETWEEN_TRIES.toNanos()) {
      sayOtherwise(text);
      return;
    }
    try {
      String before = lost == 0 ? "" : lost + " log records before this could not be written\n";
      files.append((before + text).getBytes(StandardCharsets.UTF_8));
      lost = 0;
      saidOtherwise = 0;
      isAway = false;
    } catch (IOException e) {
      isAway = true;
      lastTry = now;
      saidOtherwise = 0;
      if (lost == 0) {
        otherwise.println("server.log cannot be written: " + e);
      }
      sayOtherwise(text);
    }
  }

  private void sayOtherwise(String text) {
    lost++;
    if (++saidOtherwise <= LINES_BETWEEN_TRIES) {
      String line = text.lines().findFirst().orElse("");
      otherwise.println(line.substring(0, Math.min(LONGEST_LINE, line.length())));
    }
  }
}
