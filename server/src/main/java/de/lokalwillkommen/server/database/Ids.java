package de.lokalwillkommen.server.database;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * Hands out identifiers as the applications do: a value v of the sequence means that v-49 to v are
 * ours.
 */
final class Ids {
  private static final int BLOCK = 50;

  private final Connection connection;
  private final String nextBlock;
  private long next = 1;
  private long last = 0;

  Ids(Connection connection) throws SQLException {
    this.connection = connection;
    boolean derby = "Apache Derby".equals(connection.getMetaData().getDatabaseProductName());
    this.nextBlock = derby ? "values next value for lw_ids" : "select nextval('lw_ids')";
  }

  long next() throws SQLException {
    if (next > last) {
      try (var block = connection.createStatement();
          ResultSet value = block.executeQuery(nextBlock)) {
        value.next();
        last = value.getLong(1);
        next = last - BLOCK + 1;
      }
    }
    return next++;
  }
}
