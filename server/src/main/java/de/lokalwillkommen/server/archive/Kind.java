package de.lokalwillkommen.server.archive;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Calendar;
import java.util.Locale;
import java.util.TimeZone;

/** The kinds of values in the database, and how each is written in an archive. */
enum Kind {
  /** A JSON string. */
  TEXT(Types.VARCHAR) {
    @Override
    void write(ResultSet row, int column, JsonGenerator json) throws SQLException, IOException {
      json.writeString(row.getString(column));
    }

    @Override
    void set(PreparedStatement insert, int column, JsonParser json)
        throws SQLException, IOException {
      insert.setString(column, text(json));
    }
  },
  /** A JSON number. */
  NUMBER(Types.BIGINT) {
    @Override
    void write(ResultSet row, int column, JsonGenerator json) throws SQLException, IOException {
      long value = row.getLong(column);
      if (row.wasNull()) {
        json.writeNull();
      } else {
        json.writeNumber(value);
      }
    }

    @Override
    void set(PreparedStatement insert, int column, JsonParser json)
        throws SQLException, IOException {
      require(json.currentToken() == JsonToken.VALUE_NUMBER_INT);
      insert.setLong(column, json.getLongValue());
    }
  },
  /** {@code true} or {@code false}. */
  TRUTH(Types.BOOLEAN) {
    @Override
    void write(ResultSet row, int column, JsonGenerator json) throws SQLException, IOException {
      boolean value = row.getBoolean(column);
      if (row.wasNull()) {
        json.writeNull();
      } else {
        json.writeBoolean(value);
      }
    }

    @Override
    void set(PreparedStatement insert, int column, JsonParser json)
        throws SQLException, IOException {
      require(json.currentToken().isBoolean());
      insert.setBoolean(column, json.getBooleanValue());
    }
  },
  /** A JSON string like {@code 2026-11-30}. */
  DAY(Types.DATE) {
    @Override
    void write(ResultSet row, int column, JsonGenerator json) throws SQLException, IOException {
      Date day = row.getDate(column);
      json.writeString(day == null ? null : day.toLocalDate().toString());
    }

    @Override
    void set(PreparedStatement insert, int column, JsonParser json)
        throws SQLException, IOException {
      insert.setDate(column, Date.valueOf(LocalDate.parse(text(json))));
    }
  },
  /** A JSON string like {@code 2026-11-30T08:00:00.123456Z}; the database stores UTC. */
  INSTANT(Types.TIMESTAMP) {
    @Override
    void write(ResultSet row, int column, JsonGenerator json) throws SQLException, IOException {
      Timestamp at = row.getTimestamp(column, utc());
      json.writeString(at == null ? null : at.toInstant().toString());
    }

    @Override
    void set(PreparedStatement insert, int column, JsonParser json)
        throws SQLException, IOException {
      insert.setTimestamp(column, Timestamp.from(Instant.parse(text(json))), utc());
    }
  };

  private final int sqlType;

  Kind(int sqlType) {
    this.sqlType = sqlType;
  }

  /** The kind of a column's type in {@link Types}. */
  static Kind ofType(int type) {
    return switch (type) {
      case Types.CHAR, Types.VARCHAR -> TEXT;
      case Types.SMALLINT, Types.INTEGER, Types.BIGINT -> NUMBER;
      case Types.BOOLEAN, Types.BIT -> TRUTH;
      case Types.DATE -> DAY;
      case Types.TIMESTAMP -> INSTANT;
      default -> throw new IllegalStateException("no archive has values of the type " + type);
    };
  }

  /** Writes the value of a column, or null. */
  abstract void write(ResultSet row, int column, JsonGenerator json)
      throws SQLException, IOException;

  /**
   * Sets the value at which the parser is.
   *
   * @throws UnusableArchive if it is of another kind
   */
  void setValue(PreparedStatement insert, int column, JsonParser json)
      throws SQLException, IOException {
    if (json.currentToken() == JsonToken.VALUE_NULL) {
      insert.setNull(column, sqlType);
    } else {
      set(insert, column, json);
    }
  }

  abstract void set(PreparedStatement insert, int column, JsonParser json)
      throws SQLException, IOException;

  private static String text(JsonParser json) throws IOException {
    require(json.currentToken() == JsonToken.VALUE_STRING);
    return json.getText();
  }

  private static void require(boolean fits) {
    if (!fits) {
      throw new UnusableArchive("the archive has a value of the wrong kind");
    }
  }

  /** The calendar by which a timestamp is UTC, whatever the zone of the process. */
  static Calendar utc() {
    return Calendar.getInstance(TimeZone.getTimeZone("UTC"), Locale.ROOT);
  }
}
