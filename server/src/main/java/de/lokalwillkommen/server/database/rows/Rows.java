package de.lokalwillkommen.server.database.rows;

import java.sql.Connection;
import java.sql.Date;
import java.sql.ParameterMetaData;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Collections;

/** Rows of one table, gathered and then inserted in one batch. */
public final class Rows implements AutoCloseable {
  private final PreparedStatement insert;
  private final ParameterMetaData columns;

  /**
   * @param columns their names, separated by commas, in the order of the values
   */
  public Rows(Connection connection, String table, String columns) throws SQLException {
    String places = String.join(", ", Collections.nCopies(columns.split(",").length, "?"));
    this.insert =
        connection.prepareStatement(
            "insert into " + table + " (" + columns + ") values (" + places + ")");
    this.columns = insert.getParameterMetaData();
  }

  public void add(Object... values) throws SQLException {
    for (int i = 0; i < values.length; i++) {
      set(i + 1, values[i]);
    }
    insert.addBatch();
  }

  public void insert() throws SQLException {
    insert.executeBatch();
  }

  private void set(int column, Object value) throws SQLException {
    if (value == null) {
      insert.setNull(column, columns.getParameterType(column));
    } else if (value instanceof Instant at) {
      insert.setTimestamp(column, Timestamp.valueOf(LocalDateTime.ofInstant(at, ZoneOffset.UTC)));
    } else if (value instanceof LocalDate day) {
      insert.setDate(column, Date.valueOf(day));
    } else {
      insert.setObject(column, value);
    }
  }

  @Override
  public void close() throws SQLException {
    insert.close();
  }
}
