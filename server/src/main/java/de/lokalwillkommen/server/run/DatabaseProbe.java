package de.lokalwillkommen.server.run;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Properties;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Checks whether the database answers, and every few seconds whether it still accepts writes, over
 * a connection of its own. After a failure it tries a new connection; an embedded database is
 * closed and opened again first, which is how it recovers from a full disk.
 */
final class DatabaseProbe implements StorageWatch.Probe {
  private static final Logger LOG = Logger.getLogger(DatabaseProbe.class.getName());
  private static final Duration BETWEEN_WRITES = Duration.ofSeconds(5);

  /**
   * The database is busy with other transactions while the probe has to wait, so it is available.
   */
  private static final Set<String> BUSY = Set.of("40XL1", "40XL2");

  private final String url;
  private final Properties access;
  private final boolean embedded;
  private Connection connection;
  private boolean everConnected;
  private long writtenAt;

  DatabaseProbe(String url, String user, String password) {
    this.url = url;
    this.embedded = url.startsWith("jdbc:derby:");
    this.access = new Properties();
    if (!user.isEmpty()) {
      access.setProperty("user", user);
      access.setProperty("password", password);
    }
    if (!embedded) {
      access.setProperty("connectTimeout", "3");
      access.setProperty("loginTimeout", "4");
      access.setProperty("socketTimeout", "4");
      access.setProperty("cancelSignalTimeout", "2");
      access.setProperty("tcpKeepAlive", "true");
    }
  }

  @Override
  public boolean beat() throws SQLException {
    if (connection != null) {
      try {
        touch();
        return false;
      } catch (SQLException e) {
        if (BUSY.contains(e.getSQLState())) {
          return false;
        }
        LOG.log(Level.FINE, "the probe's connection broke", e);
      }
    }
    boolean again = everConnected;
    connectAnew();
    try {
      touch();
    } catch (SQLException e) {
      // a database that can be opened but not written may show outdated data
      close();
      throw e;
    }
    everConnected = true;
    return again;
  }

  private void touch() throws SQLException {
    long now = System.nanoTime();
    boolean writes = writtenAt == 0 || now - writtenAt > BETWEEN_WRITES.toNanos();
    try (Statement statement = connection.createStatement()) {
      if (writes) {
        statement.executeUpdate(
            embedded
                ? "update pulse set beat_at = current_timestamp where id = 1"
                // only one of several servers writes
                : "update pulse set beat_at = current_timestamp"
                    + " where id = 1 and beat_at < current_timestamp - interval '4 seconds'");
        writtenAt = now;
      } else {
        statement.executeQuery("select id from pulse where id = 0").close();
      }
    }
  }

  private void connectAnew() throws SQLException {
    writtenAt = 0;
    close();
    connection = DriverManager.getConnection(url, access);
    if (embedded) {
      DerbyDoor.openWhile(connection);
    }
  }

  private void close() {
    if (connection == null) {
      return;
    }
    try {
      connection.close();
    } catch (SQLException e) {
      LOG.log(Level.FINE, "the connection was closed already", e);
    }
    if (embedded) {
      shutDown();
    }
  }

  private void shutDown() {
    try (Connection none = DriverManager.getConnection(url + ";shutdown=true")) {
      LOG.log(Level.WARNING, "Derby went on after its shutdown: {0}", none);
    } catch (SQLException closed) {
      LOG.log(Level.FINE, "Derby is closed, to be opened again", closed);
    }
  }
}
