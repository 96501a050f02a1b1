package de.lokalwillkommen.server.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DailyLogTest {
  private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

  private final ByteArrayOutputStream said = new ByteArrayOutputStream();
  private final PrintStream console = new PrintStream(said, true, StandardCharsets.UTF_8);

  @TempDir private Path directory;

  private long nanos;

  private DailyLog newLog(Clock clock) {
    return new DailyLog(directory, clock, () -> nanos, console);
  }

  @Test
  void writesToTheLogAtOnce() throws Exception {
    DailyLog log = newLog(Clock.fixed(NOW, ZoneOffset.UTC));

    log.publish(new LogRecord(Level.INFO, "something happened"));

    assertThat(directory.resolve("server.log")).content().contains("something happened");
    log.close();
  }

  @Test
  void goesOnWithTheLogOfTheSameDay() throws Exception {
    log("first", NOW);
    log("second", NOW.plusSeconds(1));

    assertThat(directory.resolve("server.log")).content().contains("first", "second");
  }

  @Test
  void putsYesterdaysLogAsideAndKeepsThirty() throws Exception {
    for (int day = 0; day < LogFiles.MOST_FILES + 5; day++) {
      log("day " + day, NOW.plus(Duration.ofDays(day)));
    }

    try (var files = Files.list(directory)) {
      assertThat(files).hasSize(LogFiles.MOST_FILES + 1);
    }
    assertThat(directory.resolve("server-2026-12-25.log")).content().contains("day 33");
    assertThat(directory.resolve("server-2026-11-22.log")).doesNotExist();
  }

  @Test
  void aLineThatAnotherProcessAppendsAfterMidnightDoesNotDelayTheRotation() throws Exception {
    Path current = directory.resolve("server.log");
    Instant afterMidnight = Instant.parse("2026-11-23T00:00:05Z");
    Files.writeString(
        current,
        """
        2026-11-22T23:00:00.000+0000 INFO [server] in the evening
        2026-11-23T00:00:05.000+0000 INFO [operator] set-password
        """);
    Files.setLastModifiedTime(current, FileTime.from(afterMidnight));

    log("after midnight", afterMidnight.plusSeconds(60));

    assertThat(current).content().contains("after midnight").doesNotContain("in the evening");
    assertThat(directory.resolve("server-2026-11-22.log"))
        .content()
        .contains("in the evening", "set-password");
  }

  @Test
  void aFileBegunWhileTheClockWasAheadIsRotatedAfterItsDay() throws Exception {
    Path current = directory.resolve("server.log");
    Files.writeString(current, "2030-01-01T10:00:00.000+0000 INFO [server] ahead\n");
    Files.setLastModifiedTime(current, FileTime.from(NOW));

    log("the next day", NOW.plus(Duration.ofDays(1)));

    assertThat(directory.resolve("server-2026-11-22.log")).content().contains("ahead");
  }

  @Test
  void aClockThatLeapsAheadDeletesNothing() throws Exception {
    for (int day = 0; day < 5; day++) {
      log("day " + day, NOW.plus(Duration.ofDays(day)));
    }
    log("leapt", NOW.plus(Duration.ofDays(400)));
    log("later", NOW.plus(Duration.ofDays(800)));

    assertThat(directory.resolve("server-2026-11-22.log")).content().contains("day 0");
    assertThat(directory.resolve("server-2026-11-26.log")).content().contains("day 4");
  }

  @Test
  void filesFromAClockAheadDoNotDisplaceNewerOnes() throws Exception {
    for (int part = 2; part < LogFiles.MOST_FILES + 2; part++) {
      Path aside = directory.resolve("server-2030-01-01." + part + ".log");
      Files.writeString(aside, "ahead");
      Files.setLastModifiedTime(aside, FileTime.from(NOW.plus(Duration.ofDays(1000 + part))));
    }
    for (int day = 0; day < 5; day++) {
      log("day " + day, NOW.plus(Duration.ofDays(day)));
    }

    for (int day = 22; day < 26; day++) {
      assertThat(directory.resolve("server-2026-11-" + day + ".log")).exists();
    }
    assertThat(directory.resolve("server-2030-01-01.2.log")).doesNotExist();
    assertThat(directory.resolve("server-2030-01-01.20.log")).exists();
  }

  @Test
  void aLogThatHasGrownTooLargeIsPutAside() throws Exception {
    DailyLog log = newLog(Clock.fixed(NOW, ZoneOffset.UTC));
    String kilobyte = "x".repeat(1024);
    for (long written = 0; written < LogFiles.LARGEST * 3 / 2; written += kilobyte.length()) {
      log.publish(new LogRecord(Level.INFO, kilobyte));
    }
    log.close();

    assertThat(Files.size(directory.resolve("server.log"))).isLessThan(LogFiles.LARGEST);
    try (var files = Files.list(directory)) {
      assertThat(files).hasSize(2);
    }
  }

  @Test
  void allThatIsPutAsideStaysBelowALimit() throws Exception {
    for (int part = 2; part < 30; part++) {
      Path aside = directory.resolve("server-2026-11-20." + part + ".log");
      Files.write(aside, new byte[(int) LogFiles.LARGEST]);
      Files.setLastModifiedTime(aside, FileTime.from(NOW.minusSeconds(86_400 - part)));
    }
    log("yesterday", NOW.minus(Duration.ofDays(1)));
    log("today", NOW);

    try (var files = Files.list(directory)) {
      assertThat(files.mapToLong(file -> file.toFile().length()).sum())
          .isLessThan(LogFiles.MOST_ASIDE + LogFiles.LARGEST);
    }
    assertThat(directory.resolve("server-2026-11-20.29.log")).exists();
    assertThat(directory.resolve("server-2026-11-20.2.log")).doesNotExist();
  }

  @Test
  void aFileThatCannotBeOpenedAtMidnightIsTriedAgainAndNothingElseIsLost() throws Exception {
    MovingClock clock = new MovingClock(NOW);
    DailyLog log = newLog(clock);
    log.publish(new LogRecord(Level.INFO, "in the evening"));
    Files.setLastModifiedTime(directory.resolve("server.log"), FileTime.from(NOW));
    // a folder cannot be written as a file
    Files.move(directory.resolve("server.log"), directory.resolve("kept"));
    Files.createDirectories(directory.resolve("server.log/full"));
    clock.now = NOW.plus(Duration.ofDays(1));
    Files.setLastModifiedTime(directory.resolve("server.log"), FileTime.from(clock.now));
    log.publish(new LogRecord(Level.INFO, "at midnight"));
    assertThat(said.toString(StandardCharsets.UTF_8)).contains("server.log cannot be written");

    Files.delete(directory.resolve("server.log/full"));
    Files.delete(directory.resolve("server.log"));
    clock.now = clock.now.plusSeconds(60);
    nanos += Duration.ofSeconds(60).toNanos();
    log.publish(new LogRecord(Level.INFO, "in the morning"));

    assertThat(directory.resolve("server.log"))
        .content()
        .contains("1 log records before this could not be written", "in the morning");
    log.close();
  }

  @Test
  void aFileThatCannotBeOpenedWhileTheClockIsAheadIsTriedAgainWhenItIsBack() throws Exception {
    MovingClock clock = new MovingClock(NOW.plus(Duration.ofDays(365)));
    DailyLog log = newLog(clock);
    Files.createDirectories(directory.resolve("server.log/full"));
    Files.setLastModifiedTime(directory.resolve("server.log"), FileTime.from(clock.now));
    log.publish(new LogRecord(Level.INFO, "ahead"));
    assertThat(said.toString(StandardCharsets.UTF_8)).contains("server.log cannot be written");
    clock.now = NOW;
    Files.delete(directory.resolve("server.log/full"));
    Files.delete(directory.resolve("server.log"));

    nanos += DailyLog.BETWEEN_TRIES.toNanos();
    log.publish(new LogRecord(Level.INFO, "back"));

    assertThat(directory.resolve("server.log")).content().contains("back");
    log.close();
  }

  @Test
  void littleIsPrintedWhileTheFileCannotBeWritten() {
    DailyLog log =
        new DailyLog(
            directory.resolve("none"), Clock.fixed(NOW, ZoneOffset.UTC), () -> nanos, console);

    for (int i = 0; i < 1000; i++) {
      log.publish(new LogRecord(Level.INFO, "this is discarded"));
    }

    assertThat(said.toString(StandardCharsets.UTF_8).lines()).hasSizeLessThan(10);
    log.close();
  }

  private static final class MovingClock extends Clock {
    private Instant now;

    MovingClock(Instant now) {
      this.now = now;
    }

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }

  private void log(String message, Instant at) throws Exception {
    DailyLog log = newLog(Clock.fixed(at, ZoneOffset.UTC));
    log.publish(new LogRecord(Level.INFO, message));
    log.close();
    Files.setLastModifiedTime(directory.resolve("server.log"), FileTime.from(at));
  }
}
