package de.lokalwillkommen.server.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DailyLogTest {
  private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

  @TempDir private Path directory;

  @Test
  void writesToTheLogAtOnce() throws Exception {
    DailyLog log = new DailyLog(directory, Clock.fixed(NOW, ZoneOffset.UTC));

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
  void putsYesterdaysLogAsideAndKeepsAMonth() throws Exception {
    for (int day = 0; day < DailyLog.KEPT_DAYS + 5; day++) {
      log("day " + day, NOW.plus(Duration.ofDays(day)));
    }

    try (var files = Files.list(directory)) {
      assertThat(files).hasSize(DailyLog.KEPT_DAYS + 1);
    }
    assertThat(directory.resolve("server-2026-12-25.log")).content().contains("day 33");
    assertThat(directory.resolve("server-2026-11-22.log")).doesNotExist();
  }

  private void log(String message, Instant at) throws Exception {
    DailyLog log = new DailyLog(directory, Clock.fixed(at, ZoneOffset.UTC));
    log.publish(new LogRecord(Level.INFO, message));
    log.close();
    Files.setLastModifiedTime(directory.resolve("server.log"), FileTime.from(at));
  }
}
