package de.lokalwillkommen.admin.upkeep;

import static org.assertj.core.api.Assertions.assertThat;

import de.lokalwillkommen.core.kernel.TestClock;
import de.lokalwillkommen.core.storage.shared.BackupFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BackupHealthTest {
  private static final Instant NOON = Instant.parse("2026-11-30T11:00:00Z");

  @TempDir private Path path;

  private final TestClock clock = new TestClock(NOON);

  private boolean isOld(Optional<Path> folder) {
    return new BackupHealth(folder.map(Path::toString), 24, clock).isOld();
  }

  @Test
  void withoutAFolderNoneIsExpected() {
    assertThat(isOld(Optional.empty())).isFalse();
  }

  @Test
  void oneIsOldAfterTwiceItsTime() throws IOException {
    assertThat(isOld(Optional.of(path))).as("no backup").isTrue();
    Files.createFile(new BackupFolder(path, BackupFolder.REGULAR).fileOf(NOON, false));

    clock.passes(Duration.ofHours(47));
    assertThat(isOld(Optional.of(path))).isFalse();
    clock.passes(Duration.ofHours(1));
    assertThat(isOld(Optional.of(path))).isTrue();
  }
}
