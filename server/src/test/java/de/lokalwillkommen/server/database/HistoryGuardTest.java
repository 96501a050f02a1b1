package de.lokalwillkommen.server.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.lokalwillkommen.server.database.rows.Ids;
import de.lokalwillkommen.server.database.rows.Rows;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Both databases refuse what the history forbids. */
class HistoryGuardTest {

  static Stream<Database> databases() {
    Database postgresql = EmptyDatabases.postgresql();
    postgresql.migrate();
    return Stream.of(EmptyDatabases.migratedDerby(), postgresql);
  }

  private static void write(Connection connection, Duration age) throws SQLException {
    try (Rows entries =
        new Rows(
            connection,
            "history_entry",
            "id, changed_at, office_id, author_kind, person_id, roles, kind, subject_key, action,"
                + " before_change, after_change")) {
      Instant at = Instant.now().minus(age);
      long id = new Ids(connection).next();
      entries.add(id, at, "", "SYSTEM", 0L, "", "office", "", "CHANGE", "", "");
      entries.insert();
    }
  }

  private static int execute(Database database, String statement) {
    int[] rows = {0};
    database.alone(
        connection -> {
          try (var work = connection.createStatement()) {
            rows[0] = work.executeUpdate(statement);
          }
        });
    return rows[0];
  }

  private static void assertRefused(Database database, String statement) {
    assertThatThrownBy(() -> execute(database, statement))
        .cause()
        .isInstanceOfSatisfying(
            SQLException.class,
            refused ->
                assertThat(refused.getSQLState())
                    .isEqualTo(database.isDerby() ? "22018" : "P0001"));
  }

  @ParameterizedTest
  @MethodSource("databases")
  void anEntryIsNeverChangedAndDeletedAfterTwelveMonthsAlone(Database database) {
    for (int start = 0; start < 2; start++) {
      database.alone(connection -> new HistoryGuard(connection).stand(database.isDerby()));
    }
    database.alone(connection -> write(connection, Duration.ofDays(1)));
    database.alone(connection -> write(connection, Duration.ofDays(350)));
    database.alone(connection -> write(connection, Duration.ofDays(365)));

    assertRefused(database, "update history_entry set roles = 'x'");
    assertRefused(database, "delete from history_entry");
    String old = "where changed_at < '" + Instant.now().minus(Duration.ofDays(361)) + "'";
    assertThat(
            execute(
                database,
                "delete from history_entry "
                    + old.replace("T", " ").replaceFirst("\\.?[0-9]*Z", "")))
        .isEqualTo(1);
    assertThat(execute(database, "delete from history_entry where roles = 'x'")).isZero();
  }
}
