package de.lokalwillkommen.server.archive;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;

/** The version of a database's schema. */
public final class SchemaVersion {
  private SchemaVersion() {}

  /** The number of the last migration that the database has had. */
  public static int of(Connection connection) throws SQLException {
    int newest = 0;
    try (var statement = connection.createStatement();
        ResultSet migration =
            statement.executeQuery("select \"version\" from \"flyway_schema_history\"")) {
      while (migration.next()) {
        String version = migration.getString(1);
        newest = version == null ? newest : Math.max(newest, Integer.parseInt(version));
      }
    }
    return newest;
  }
}
