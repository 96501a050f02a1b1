package de.lokalwillkommen.server.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.lokalwillkommen.core.staff.PasswordHash;
import de.lokalwillkommen.core.staff.SecretToken;
import java.sql.ResultSet;
import java.time.Clock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AccountsTest {
  private static final String PASSWORD = "twelve or more";

  private final Database database = EmptyDatabases.derby();

  @BeforeEach
  void migrate() {
    database.migrate();
  }

  @Test
  void anAdministratorMaySignInWithTheGivenPassword() {
    CreateAdmin.create(database, "chef", PASSWORD);

    String hash = text("select password_hash from counsellor where login = 'chef'");
    assertThat(new PasswordHash(hash).matches(PASSWORD)).isTrue();
  }

  @Test
  void aNameIsGivenOnce() {
    CreateAdmin.create(database, "chef", PASSWORD);

    assertThatThrownBy(() -> CreateAdmin.create(database, "chef", PASSWORD))
        .hasMessageContaining("taken");
  }

  @Test
  void aShortPasswordIsRefused() {
    assertThatThrownBy(() -> CreateAdmin.create(database, "chef", "eleven char"))
        .hasMessageContaining("12");
  }

  @Test
  void aStrangeNameIsRefused() {
    assertThatThrownBy(() -> CreateAdmin.create(database, "Chef!", PASSWORD))
        .hasMessageContaining("small letters");
  }

  @Test
  void theTokenOfADeviceIsKeptAsHashOnly() {
    database.alone(connection -> new DemoPlaces(connection, new Ids(connection)).insert());

    String token = CreateDevice.create(database, "hoerde", "KIOSK", "Eingang", Clock.systemUTC());

    assertThat(text("select token_hash from device where name = 'Eingang'"))
        .isEqualTo(new SecretToken(token).hash())
        .isNotEqualTo(token);
  }

  @Test
  void aDeviceBelongsToAKnownOffice() {
    assertThatThrownBy(
            () -> CreateDevice.create(database, "nowhere", "KIOSK", "x", Clock.systemUTC()))
        .hasMessageContaining("no office nowhere");
  }

  private String text(String query) {
    String[] found = new String[1];
    database.alone(
        connection -> {
          try (var statement = connection.createStatement();
              ResultSet row = statement.executeQuery(query)) {
            row.next();
            found[0] = row.getString(1);
          }
        });
    return found[0];
  }
}
