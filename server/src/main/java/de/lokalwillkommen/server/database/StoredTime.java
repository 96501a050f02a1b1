package de.lokalwillkommen.server.database;

import de.lokalwillkommen.core.kernel.time.TrustedTime;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;

/** The office's time before this start, as its servers have stored it. */
final class StoredTime {
  private static final String QUERY =
      "select known_at, database_at, current_timestamp, unproven_since from known_time where id = 1";

  private final Connection connection;
  private final boolean ownClock;

  /**
   * @param ownClock whether the database uses this machine's clock
   */
  StoredTime(Connection connection, boolean ownClock) {
    this.connection = connection;
    this.ownClock = ownClock;
  }

  /** Compares the machine's clock with it, unless no time has been stored yet. */
  void tell(TrustedTime time) throws SQLException {
    try (var known = connection.createStatement();
        ResultSet row = known.executeQuery(QUERY)) {
      if (row.next() && row.getTimestamp(1) != null) {
        Optional<Instant> unproven = Optional.ofNullable(row.getTimestamp(4)).map(StoredTime::utc);
        time.startsAfter(utc(row.getTimestamp(1)), since(row), unproven);
      }
    }
  }

  private Optional<Duration> since(ResultSet row) throws SQLException {
    if (ownClock) {
      return Optional.empty();
    }
    Instant present = row.getTimestamp(3).toInstant();
    return Optional.of(Duration.between(utc(row.getTimestamp(2)), present))
        .filter(since -> !since.isNegative());
  }

  private static Instant utc(Timestamp stored) {
    LocalDateTime time = stored.toLocalDateTime();
    return time.toInstant(ZoneOffset.UTC);
  }
}
