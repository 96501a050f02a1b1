package de.lokalwillkommen.server.run;

import static org.assertj.core.api.Assertions.assertThat;

import de.lokalwillkommen.core.kernel.TestClock;
import de.lokalwillkommen.core.storage.shared.BackupFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BackupScheduleTest {
  private static final Instant NOON = Instant.parse("2026-11-30T11:00:00Z");

  @TempDir private Path path;

  private final TestClock clock = new TestClock(NOON);
  private boolean full;
  private BackupSchedule schedule;

  @BeforeEach
  void create() {
    schedule =
        new BackupSchedule(
            new BackupFolder(path, BackupFolder.REGULAR),
            Duration.ofHours(24),
            2,
            "age1",
            (secret, arguments) -> backUp(arguments),
            clock);
  }

  private String backUp(String... arguments) {
    assertThat(arguments).startsWith("backup").endsWith("age1");
    if (full) {
      throw new ServerRefusal("no space left");
    }
    try {
      return Files.createFile(Path.of(arguments[1])).toString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private List<String> days() throws IOException {
    try (Stream<Path> files = Files.list(path)) {
      return files.map(file -> file.getFileName().toString().substring(23, 28)).sorted().toList();
    }
  }

  @Test
  void oneIsMadeAtOnceAndTheNextAfterItsTime() throws IOException {
    schedule.look();
    clock.passes(Duration.ofHours(23));
    schedule.look();
    assertThat(days()).containsExactly("30T11");

    clock.passes(Duration.ofHours(1));
    schedule.look();
    clock.passes(Duration.ofHours(24));
    schedule.look();

    assertThat(days()).as("the newest two").containsExactly("01T11", "02T11");
  }

  @Test
  void aFailedOneIsTriedAgainAfterAnHourAndRemovesNone() throws IOException {
    schedule.look();
    full = true;
    clock.passes(Duration.ofHours(24));
    schedule.look();
    full = false;
    clock.passes(Duration.ofMinutes(59));
    schedule.look();
    assertThat(days()).containsExactly("30T11");

    clock.passes(Duration.ofMinutes(1));
    schedule.look();

    assertThat(days()).containsExactly("01T12", "30T11");
  }
}
