package de.lokalwillkommen.server.database.rows;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;

/** Allocates identifiers as the applications do: a value v of the sequence reserves v-49 to v. */
public final class Ids {
  private static final int BLOCK = 50;
  private static final Instant FIRST = Instant.parse("2026-01-01T00:00:00Z");

  /** An upper estimate of the average rate over the life of an installation. */
  private static final long MOST_A_SECOND = 10_000;

  private final Connection connection;
  private final boolean derby;
  private final String nextBlock;
  private long next = 1;
  private long last = 0;

  public Ids(Connection connection) throws SQLException {
    this.connection = connection;
    derby = "Apache Derby".equals(connection.getMetaData().getDatabaseProductName());
    this.nextBlock = derby ? "values next value for lw_ids" : "select nextval('lw_ids')";
  }

  public long next() throws SQLException {
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

  /**
   * Skips identifiers that may have been allocated before, of which a database restored from a
   * backup does not know. A visitor's token is signed for an identifier: if that were reused, the
   * token would open another visitor's ticket.
   */
  public void passOverAllBefore(Instant now) throws SQLException {
    passOver(Duration.between(FIRST, now).toSeconds() * MOST_A_SECOND);
  }

  /** Skips the identifiers up to this one. */
  public void passOver(long given) throws SQLException {
    try (Statement sequence = connection.createStatement()) {
      if (lastGiven(sequence) >= given) {
        return;
      }
      if (derby) {
        sequence.execute("drop sequence lw_ids restrict");
        sequence.execute(
            "create sequence lw_ids as bigint start with "
                + (given + BLOCK)
                + " increment by "
                + BLOCK);
      } else {
        sequence.execute("select setval('lw_ids', " + given + ")");
      }
    }
  }

  private long lastGiven(Statement sequence) throws SQLException {
    try (ResultSet value = sequence.executeQuery(nextBlock)) {
      value.next();
      return value.getLong(1);
    }
  }
}
