package de.lokalwillkommen.server.database;

import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Which machine's clock a database has. The clock of this machine proves nothing about itself, so a
 * database that may be here, or is reached through a port of this machine, counts as being here.
 */
final class DatabaseClock {
  private static final String POSTGRESQL = "jdbc:postgresql:";
  private static final String ADDRESS = "select host(inet_server_addr())";

  private DatabaseClock() {}

  /** Whether a database uses this machine's clock. */
  static boolean isOwn(Database database, Connection connection) throws SQLException {
    if (database.isDerby() || isHere(database.url())) {
      return true;
    }
    try (var asked = connection.createStatement();
        ResultSet row = asked.executeQuery(ADDRESS)) {
      return !row.next() || isOwnAddress(Optional.ofNullable(row.getString(1)));
    }
  }

  /** Whether one of the servers that a JDBC address names is this machine. */
  static boolean isHere(String url) {
    String rest = url.substring(POSTGRESQL.length()).replaceFirst("\\?.*", "");
    if (!rest.startsWith("//")) {
      // the database alone: the driver asks this machine
      return true;
    }
    String servers = rest.substring(2).replaceFirst("/.*", "");
    return Stream.of(servers.split(",", -1))
        .map(server -> server.replaceFirst(":\\d*$", ""))
        .anyMatch(host -> isOwnAddress(Optional.of(host)));
  }

  /**
   * Whether that is an address or a name of this machine.
   *
   * @param host empty if the connection has no address, as that of a Unix socket
   */
  static boolean isOwnAddress(Optional<String> host) {
    if (host.filter(name -> !name.isBlank()).isEmpty()) {
      return true;
    }
    try {
      for (InetAddress address : InetAddress.getAllByName(host.get())) {
        if (address.isLoopbackAddress()
            || address.isAnyLocalAddress()
            || NetworkInterface.getByInetAddress(address) != null) {
          return true;
        }
      }
      return false;
    } catch (UnknownHostException e) {
      // this machine knows its own names
      return false;
    } catch (SocketException e) {
      return true;
    }
  }
}
