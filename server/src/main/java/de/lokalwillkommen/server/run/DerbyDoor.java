package de.lokalwillkommen.server.run;

import java.sql.Connection;
import java.sql.Driver;
import java.sql.DriverPropertyInfo;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.util.Optional;
import java.util.Properties;
import java.util.logging.Logger;
import org.apache.derby.jdbc.EmbeddedDriver;

/**
 * Derby's driver for the pool. By default the first connection opens a database that a failure has
 * closed; on a read-only disk it then shows the state of its last checkpoint, without later writes.
 * So only the watch opens the database, and this driver refuses connections while the watch's own
 * connection is closed.
 */
public final class DerbyDoor implements Driver {
  private static final String CLOSED = "08006";

  private static volatile Optional<Connection> watched = Optional.empty();

  private final Driver derby = new EmbeddedDriver();

  public DerbyDoor() {}

  /** Accepts connections from now on, as long as this connection is open. */
  static void openWhile(Connection ofTheWatch) {
    watched = Optional.of(ofTheWatch);
  }

  /** Whether the database has been closed and is not opened again. */
  static boolean isShut() {
    try {
      Optional<Connection> present = watched;
      return present.isPresent() && present.get().isClosed();
    } catch (SQLException e) {
      return true;
    }
  }

  @Override
  public Connection connect(String url, Properties access) throws SQLException {
    if (isShut()) {
      throw new SQLNonTransientConnectionException("the database is closed", CLOSED);
    }
    return derby.connect(url, access);
  }

  @Override
  public boolean acceptsURL(String url) throws SQLException {
    return derby.acceptsURL(url);
  }

  @Override
  public DriverPropertyInfo[] getPropertyInfo(String url, Properties access) throws SQLException {
    return derby.getPropertyInfo(url, access);
  }

  @Override
  public int getMajorVersion() {
    return derby.getMajorVersion();
  }

  @Override
  public int getMinorVersion() {
    return derby.getMinorVersion();
  }

  @Override
  public boolean jdbcCompliant() {
    return derby.jdbcCompliant();
  }

  @Override
  public Logger getParentLogger() {
    return Logger.getLogger("org.apache.derby");
  }
}
