package de.lokalwillkommen.core.storage.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BackupFolderTest {
  private static final Instant NOON = Instant.parse("2026-11-30T11:00:00Z");

  @TempDir private Path path;

  private BackupFolder folder() {
    return new BackupFolder(path, BackupFolder.REGULAR);
  }

  private void make(String... names) throws IOException {
    for (String name : names) {
      Files.createFile(path.resolve(name));
    }
  }

  private List<String> names() throws IOException {
    try (Stream<Path> files = Files.list(path)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  @Test
  void theNewestCompleteOneCounts() throws IOException {
    Files.createFile(folder().fileOf(NOON, true));
    Files.createFile(folder().fileOf(NOON.minus(Duration.ofDays(1)), false));
    Files.createFile(folder().fileOf(NOON.plus(Duration.ofDays(1)), false));
    make("lokal-willkommen-20261231T000000Z.zip.123.part", "lokal-willkommen-monday.zip", "z.zip");

    assertThat(folder().findNewest(NOON)).contains(NOON);
  }

  @Test
  void withoutOneOrWithoutItsFolderThereIsNoNewest() {
    assertThat(folder().findNewest(NOON)).isEmpty();
    assertThat(new BackupFolder(path.resolve("missing"), "x").findNewest(NOON)).isEmpty();
  }

  @Test
  void whatReachesBackTooLongIsRemovedButNeverTheTwoNewest() throws IOException {
    for (int week = 0; week < 4; week++) {
      Files.createFile(folder().fileOf(NOON.minus(Duration.ofDays(7 * week)), false));
    }

    folder().keepNotLongerThan(Duration.ofDays(10));
    assertThat(names()).hasSize(3);

    folder().keepNotLongerThan(Duration.ZERO);
    assertThat(names())
        .containsExactly(
            "lokal-willkommen-20261123T110000Z.zip", "lokal-willkommen-20261130T110000Z.zip");
  }

  @Test
  void aClockThatLeapsAheadRemovesNoneThatIsNotOld() throws IOException {
    for (int day = 0; day < 4; day++) {
      Files.createFile(folder().fileOf(NOON.minus(Duration.ofDays(day)), false));
    }
    Files.createFile(folder().fileOf(NOON.plus(Duration.ofDays(4000)), false));

    folder().keepNotLongerThan(BackupFolder.LONGEST);

    assertThat(names()).hasSize(5);
  }

  @Test
  void onlyOldOnesOfItsKindAreRemovedAndWhatIsUnfinished() throws IOException {
    for (int day = 0; day < 4; day++) {
      Files.createFile(folder().fileOf(NOON.minus(Duration.ofDays(day)), day % 2 == 1));
    }
    make(
        "before-upgrade-20200101T000000Z.zip",
        "by-hand.zip",
        "lokal-willkommen-20261130T120000Z.zip.1.part");

    folder().keep(2);

    assertThat(names())
        .containsExactly(
            "before-upgrade-20200101T000000Z.zip",
            "by-hand.zip",
            "lokal-willkommen-20261129T110000Z.zip.age",
            "lokal-willkommen-20261130T110000Z.zip");
  }
}
