package de.lokalwillkommen.server.database;

import de.lokalwillkommen.core.staff.SecretToken;
import de.lokalwillkommen.server.database.rows.Ids;
import de.lokalwillkommen.server.database.rows.Rows;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Locale;

/**
 * Pairs a kiosk or a display with an office. Its token is shown once: the database keeps only the
 * hash.
 */
final class CreateDevice {
  private static final int LONGEST_NAME = 80;

  private CreateDevice() {}

  static String create(Database database, String office, String role, String name, Clock clock) {
    if (name.isBlank() || name.length() > LONGEST_NAME) {
      throw new DatabaseRefusal("a device's name has 1 to " + LONGEST_NAME + " characters");
    }
    SecretToken token = SecretToken.random();
    database.alone(
        connection -> {
          refuseIfUnknown(connection, office);
          try (Rows devices =
              new Rows(connection, "device", "id, office_id, role, name, token_hash, paired_at")) {
            devices.add(
                new Ids(connection).next(),
                office,
                role.toUpperCase(Locale.ROOT),
                name.strip(),
                token.hash(),
                clock.instant());
            devices.insert();
          }
          new OperatorHistory(connection, clock)
              .ofDevice(
                  office,
                  name.strip(),
                  "PAIR",
                  OperatorHistory.state("role", role.toUpperCase(Locale.ROOT)));
        });
    return token.value();
  }

  private static void refuseIfUnknown(Connection connection, String office) throws SQLException {
    try (var known = connection.prepareStatement("select 1 from office where id = ?")) {
      known.setString(1, office);
      try (var row = known.executeQuery()) {
        if (!row.next()) {
          throw new DatabaseRefusal("there is no office " + office);
        }
      }
    }
  }
}
