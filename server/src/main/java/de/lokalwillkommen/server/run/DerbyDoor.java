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
 * Derby's driver for the pool. Left to itself, whoever connects first opens a database that a
 * failure has closed; on a disk that can only be read it then shows what was there at its last
 * checkpoint, without what was written after. So only the watch opens it, and through this door
 * nobody comes while the watch's own connection is closed.
 */
public final class DerbyDoor implements Driver {
  private static final String CLOSED = "08006";

  private static volatile Optional<Connection> watched = Optional.empty();

  private final Driver derby = new EmbeddedDriver();

  /** For the pool. */
  public DerbyDoor() {}

  /** From now on the door is open as long as this connection is. */
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
