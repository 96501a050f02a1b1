package de.lokalwillkommen.core.visits;

import static org.assertj.core.api.Assertions.assertThat;

import de.lokalwillkommen.core.kernel.TestDatabase;
import de.lokalwillkommen.core.retention.Retention;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a person could have left anywhere in the database is nowhere in it later. */
class MarkerDatabaseTest {

  @ParameterizedTest
  @EnumSource
  void nothingOfAPersonRemains(TestDatabase database) {
    MarkedDatabase marked = new MarkedDatabase(database);
    marked.fill();
    assertThat(marked.find())
        .as("each text that a job ends has the marker: write it into a new one, too")
        .isEqualTo(marked.listTexts());
    Set<String> ending = MarkedDatabase.tables(MarkedDatabase.thatEnd());
    for (String table : ending) {
      assertThat(marked.rows("select count(*) from " + table)).as(table).isNotEqualTo(List.of("0"));
    }

    marked.runOn();

    assertThat(marked.find()).isEmpty();
    for (String table : ending) {
      assertThat(marked.rows("select count(*) from " + table)).as(table).containsExactly("0");
    }
    assertThat(marked.rows("select count(*) from visit")).containsExactly("2");
    assertThat(marked.rows("select said from visit_property where kind = 'APPOINTMENT'"))
        .hasSize(4)
        .contains("NO_SHOW", "CANCELLED");
  }

  /** Facts stay for ever, so no text among them may take a person's words. */
  @ParameterizedTest
  @EnumSource
  void theTextsOfFactsAreConstantsAndIdentifiers(TestDatabase database) {
    assertThat(
            new MarkedDatabase(database)
                .listTexts(MarkedDatabase.tables(Stream.of(Retention.FACTS))))
        .as("a new text among the facts: can it hold what a person says?")
        .containsExactlyInAnyOrder(
            "lead_time.office_id",
            "numbers_gone.office_id",
            "numbers_gone.series",
            "visit.numbered_by",
            "visit.office_id",
            "visit.origin",
            "visit.outcome",
            "visit.series",
            "visit_property.kind",
            "visit_property.office_id",
            "visit_property.said");
  }
}
