package de.lokalwillkommen.core.retention;

import static org.assertj.core.api.Assertions.assertThat;

import de.lokalwillkommen.core.DrawnPart;
import de.lokalwillkommen.core.kernel.TestDatabase;
import de.lokalwillkommen.core.storage.shared.BackupFolder;
import de.lokalwillkommen.core.visits.SchemaTables;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The schedule of deletion names every table, and {@code docs/datenschutz.md} says the same. With
 * {@code -Dretention.draw=true} this writes its table anew.
 */
class RetentionTest {

  private static final DrawnPart DOCUMENT =
      new DrawnPart(Path.of("../docs/datenschutz.md"), "RetentionTest", "retention.draw");

  @ParameterizedTest
  @EnumSource
  void everyTableHasItsPlaceInTheSchedule(TestDatabase database) {
    Set<String> present =
        database.transaction(
            em -> {
              try {
                return SchemaTables.of(em.unwrap(Connection.class));
              } catch (SQLException e) {
                throw new IllegalStateException(e);
              }
            });

    assertThat(Arrays.stream(Retention.values()).flatMap(kept -> kept.tables().stream()))
        .as("each table of the database once in Retention: say when its rows go, and by which job")
        .containsExactlyInAnyOrderElementsOf(present);
  }

  @Test
  void everyJobHasWork() {
    Set<ForgettingJob> used = EnumSet.noneOf(ForgettingJob.class);
    Arrays.stream(Retention.values()).flatMap(kept -> kept.job().stream()).forEach(used::add);

    assertThat(used).containsExactlyInAnyOrder(ForgettingJob.values());
  }

  /** The figures of the German and European rules, which the code may undercut. */
  @Test
  void nothingOfAVisitorIsKeptLongerThanPromised() {
    assertThat(Retention.TICKETS.duration()).isLessThanOrEqualTo(Duration.ofHours(2));
    assertThat(Retention.CONTACTS.duration()).isLessThanOrEqualTo(Duration.ofHours(48));
    assertThat(Retention.APPOINTMENTS.duration()).isLessThanOrEqualTo(Duration.ofHours(48));
    assertThat(BackupFolder.LONGEST).isEqualTo(Retention.BACKUPS.duration());
  }

  @Test
  void theDocumentSaysTheSame() throws IOException {
    Properties words = new Properties();
    try (Reader file =
        Files.newBufferedReader(Path.of("src/test/resources/datenschutz.properties"))) {
      words.load(file);
    }
    StringBuilder table =
        new StringBuilder("| was | Tabellen | Frist | ab | Aufgabe |\n|---|---|---|---|---|\n");
    for (Retention kept : Retention.values()) {
      List<String> row =
          List.of(
              words.getProperty(kept.name()),
              String.join(", ", kept.tables().stream().map(name -> "`" + name + "`").toList()),
              kept.kept().map(RetentionTest::inGerman).orElse("keine"),
              words.getProperty(kept.name() + ".ab"),
              kept.job()
                  .map(job -> "`" + job.lease() + "`, " + inGerman(job))
                  .orElse(words.getProperty(kept.name() + ".wer", "–")));
      table.append("| ").append(String.join(" | ", row)).append(" |\n");
    }
    DOCUMENT.isDrawnAs(table.toString().replace("|  |", "| – |"));
  }

  private static String inGerman(ForgettingJob job) {
    return "alle " + (job.every().toMinutes() == 60 ? "60" : job.every().toMinutes()) + " Minuten";
  }

  private static String inGerman(java.time.temporal.TemporalAmount kept) {
    if (kept instanceof Duration duration) {
      return duration.isZero()
          ? "sofort"
          : Optional.of(duration.toHours())
              .filter(hours -> hours <= 48)
              .map(hours -> hours + " Stunden")
              .orElse(duration.toDays() + " Tage");
    }
    return ((java.time.Period) kept).toTotalMonths() + " Monate";
  }
}
