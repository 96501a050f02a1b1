package de.lokalwillkommen.server.database;

import static org.flywaydb.core.api.MigrationState.FUTURE_SUCCESS;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.stream.Stream;
import org.flywaydb.core.api.CoreErrorCode;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationInfoService;
import org.flywaydb.core.api.MigrationVersion;

/**
 * Refuses schemas that this release must not change. Flyway itself would accept one of a newer
 * release, and mistakes the history of another product for its own.
 */
final class KnownSchema {
  private static final MigrationVersion OUR_FIRST = MigrationVersion.fromVersion("1");
  private static final String OUR_FIRST_DESCRIPTION = "offices staff and tickets";

  private KnownSchema() {}

  /**
   * Looks into all schemas of an embedded database: Flyway would see its own alone.
   *
   * @throws DatabaseRefusal if there are tables, but no history of Flyway in the schema that is
   *     used
   */
  static void requireNoStrangersTables(Connection derby) throws SQLException {
    try (var statement = derby.createStatement();
        ResultSet tables =
            statement.executeQuery(
                """
                select count(*),
                  count(case when schemaname = current schema
                    and tablename = 'flyway_schema_history' then 1 end)
                from sys.systables join sys.sysschemas using (schemaid) where tabletype = 'T'
                """)) {
      tables.next();
      if (tables.getInt(1) > 0 && tables.getInt(2) == 0) {
        throw foreign();
      }
    }
  }

  /**
   * Compares the history of a schema with the migrations of this release.
   *
   * @throws DatabaseRefusal if it is that of another product or of a newer release
   */
  static void requireOurs(MigrationInfoService history) {
    Stream.of(history.applied())
        .filter(migration -> migration.getVersion() != null)
        .findFirst()
        .filter(first -> !isOurs(first))
        .ifPresent(
            first -> {
              throw foreign();
            });
    if (Stream.of(history.all()).anyMatch(migration -> migration.getState() == FUTURE_SUCCESS)) {
      throw new DatabaseRefusal(
          "the database was brought up to date by a newer release: start that one, or restore the"
              + " backup from before the upgrade");
    }
  }

  /** Found by name: Flyway itself reports a migration with different content. */
  private static boolean isOurs(MigrationInfo first) {
    return first.getVersion().equals(OUR_FIRST)
        && first.getDescription().equals(OUR_FIRST_DESCRIPTION);
  }

  /** The reason why Flyway has not migrated. */
  static DatabaseRefusal refusal(FlywayException failure) {
    return failure.getErrorCode() == CoreErrorCode.NON_EMPTY_SCHEMA_WITHOUT_SCHEMA_HISTORY_TABLE
        ? foreign()
        : new DatabaseRefusal("the database could not be brought up to date", failure);
  }

  private static DatabaseRefusal foreign() {
    return new DatabaseRefusal(
        "the database holds the tables of another program: name an empty one, or one of lokal"
            + " willkommen");
  }
}
