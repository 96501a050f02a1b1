package de.lokalwillkommen.server.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;

/** Facts about this installation, kept in the database that all its servers share. */
final class Installation {
  private static final String KEY = "visitor-key";
  private static final String DEMO = "demo";
  private static final String AHEAD = "demo-ahead";

  private final Connection connection;

  Installation(Connection connection) {
    this.connection = connection;
  }

  /**
   * Fails unless the database can be written: one whose files belong to another user opens, but for
   * reading only.
   */
  void requireWritable() throws SQLException {
    try (var pulse = connection.createStatement()) {
      pulse.executeUpdate("update pulse set beat_at = current_timestamp where id = 1");
    } catch (SQLException e) {
      throw new DatabaseRefusal(
          "the database cannot be written; all files of an embedded one must belong to the user"
              + " that runs the server",
          e);
    }
  }

  /**
   * Checks the key: all servers must have the same, since one verifies addresses that another has
   * signed.
   */
  void belongsToKey(String fingerprint) throws SQLException {
    Optional<String> known = find(KEY);
    if (known.isEmpty()) {
      put(KEY, fingerprint);
    } else if (!known.get().equals(fingerprint)) {
      throw new DatabaseRefusal(
          "the database was set up with another visitor key: copy the folder 'keys' from the data directory"
              + " of the server that set it up into this one's");
    }
  }

  boolean isDemo() throws SQLException {
    return find(DEMO).isPresent();
  }

  /**
   * @param ahead how far its time is ahead of the machine's clock from now on
   */
  void becomesDemo(Duration ahead) throws SQLException {
    put(DEMO, "true");
    put(AHEAD, ahead.toString());
  }

  /**
   * How far the office's time is ahead of the machine's clock: zero, except in a demo at another
   * time.
   */
  Duration ahead() throws SQLException {
    return find(AHEAD).map(Duration::parse).orElse(Duration.ZERO);
  }

  boolean hasOffices() throws SQLException {
    try (var offices = connection.createStatement();
        ResultSet count = offices.executeQuery("select count(*) from office")) {
      count.next();
      return count.getInt(1) > 0;
    }
  }

  private Optional<String> find(String name) throws SQLException {
    try (PreparedStatement fact =
        connection.prepareStatement("select value from installation where name = ?")) {
      fact.setString(1, name);
      try (ResultSet row = fact.executeQuery()) {
        return row.next() ? Optional.of(row.getString(1)) : Optional.empty();
      }
    }
  }

  private void put(String name, String value) throws SQLException {
    try (PreparedStatement fact =
        connection.prepareStatement("insert into installation (name, value) values (?, ?)")) {
      fact.setString(1, name);
      fact.setString(2, value);
      fact.executeUpdate();
    }
  }
}
