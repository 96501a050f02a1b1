package de.lokalwillkommen.server.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

/** Ends the pairing of the devices of a name. Their rows stay, and with them what they did. */
final class RevokeDevice {

  private RevokeDevice() {}

  static String revoke(Database database, String office, String name, Clock clock) {
    database.alone(
        connection -> {
          if (revoke(connection, office, name, clock) == 0) {
            throw new DatabaseRefusal("no device of " + office + " is paired as " + name);
          }
          new OperatorHistory(connection, clock).ofDevice(office, name.strip(), "UNPAIR", "");
        });
    return "revoked: " + name;
  }

  private static int revoke(Connection connection, String office, String name, Clock clock)
      throws SQLException {
    try (PreparedStatement devices =
        connection.prepareStatement(
            "update device set revoked_at = ?"
                + " where office_id = ? and name = ? and revoked_at is null")) {
      devices.setTimestamp(
          1, Timestamp.valueOf(LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC)));
      devices.setString(2, office);
      devices.setString(3, name.strip());
      return devices.executeUpdate();
    }
  }
}
