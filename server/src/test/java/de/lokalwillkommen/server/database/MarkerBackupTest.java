package de.lokalwillkommen.server.database;

import static org.assertj.core.api.Assertions.assertThat;

import de.lokalwillkommen.core.kernel.TestDatabase;
import de.lokalwillkommen.core.kernel.Transactions;
import de.lokalwillkommen.core.visits.MarkedDatabase;
import de.lokalwillkommen.core.visits.Marker;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a person could have left anywhere in the database is in no backup that is made later. */
class MarkerBackupTest {

  /** Known for a day, and so in no archive. */
  private static final Set<String> IN_NO_ARCHIVE = Set.of("colleague_note");

  @TempDir private Path folder;

  @ParameterizedTest
  @EnumSource
  void nothingOfAPersonRemains(TestDatabase database) throws IOException {
    MarkedDatabase marked = new MarkedDatabase(database);
    marked.fill();
    Set<String> written =
        marked.listTexts().stream()
            .map(column -> column.split("\\.")[0])
            .filter(table -> !IN_NO_ARCHIVE.contains(table))
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(find(backUp(marked, "before.zip")))
        .as("the search finds what is there")
        .isEqualTo(written);

    marked.runOn();

    assertThat(find(backUp(marked, "after.zip"))).isEmpty();
  }

  /** Those of the waitlist end only now, and go two days later. */
  @ParameterizedTest
  @EnumSource
  void anOldBackupIsPurgedByTheFirstRound(TestDatabase database) throws IOException {
    MarkedDatabase marked = new MarkedDatabase(database);
    marked.fill();
    marked.holdLeases();
    Path archive = backUp(marked, "old.zip");
    Database restored =
        database == TestDatabase.DERBY
            ? EmptyDatabases.postgresql()
            : new Database("jdbc:derby:" + folder.resolve("restored"), "", "");
    Path key = folder.resolve("restored.key");
    new Safekeeping(restored, key, false, Clock.systemUTC()).restore(archive, Optional.empty());
    Transactions there = TestDatabase.over(restored.url());
    assertThat(marked.listFull(there)).contains("ticket", "appointment", "history_entry");

    marked.beginIn(there);

    assertThat(marked.listFull(there)).isSubsetOf("waitlist_entry", "slot_offer", "letter");
    if (restored.isDerby()) {
      restored.closeThisOne();
    }
  }

  private Path backUp(MarkedDatabase marked, String name) throws IOException {
    Path archive = folder.resolve(name);
    Path key = Files.write(folder.resolve("visitor.key"), new byte[32]);
    new Safekeeping(new Database(marked.url(), "", ""), key, false, Clock.systemUTC())
        .backup(archive, Optional.empty());
    return archive;
  }

  /** The tables in whose rows the marker stands. */
  private static Set<String> find(Path archive) throws IOException {
    Set<String> found = new TreeSet<>();
    try (ZipFile zip = new ZipFile(archive.toFile())) {
      for (ZipEntry entry : zip.stream().toList()) {
        if (Marker.isIn(zip.getInputStream(entry).readAllBytes())) {
          found.add(entry.getName().replaceAll(".*/|\\..*", ""));
        }
      }
    }
    return found;
  }
}
