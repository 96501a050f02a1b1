package de.lokalwillkommen.core.visits;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/** The tables of a database, whatever it is. */
public final class SchemaTables {

  private SchemaTables() {}

  /** Their names in lower case. */
  public static Set<String> of(Connection connection) throws SQLException {
    Set<String> tables = new TreeSet<>();
    try (ResultSet table =
        connection
            .getMetaData()
            .getTables(null, connection.getSchema(), "%", new String[] {"TABLE"})) {
      while (table.next()) {
        tables.add(table.getString("TABLE_NAME").toLowerCase(Locale.ROOT));
      }
    }
    return tables;
  }
}
