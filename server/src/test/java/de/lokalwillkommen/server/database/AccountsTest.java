package de.lokalwillkommen.server.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.lokalwillkommen.core.staff.PasswordHash;
import de.lokalwillkommen.core.staff.SecretToken;
import de.lokalwillkommen.server.database.rows.Ids;
import de.lokalwillkommen.server.demo.DemoPlaces;
import java.sql.ResultSet;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

class AccountsTest {
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-23T09:00:00Z"), ZoneOffset.UTC);

  private static final String PASSWORD = "twelve or more";

  private final Database database = EmptyDatabases.migratedDerby();

  @Test
  void anAdministratorMaySignInWithTheGivenPassword() {
    Accounts.createAdmin(database, "chef", PASSWORD, CLOCK);

    String hash = text("select password_hash from counsellor where login = 'chef'");
    assertThat(new PasswordHash(hash).matches(PASSWORD)).isTrue();
  }

  @Test
  void whatTheOperatorChangesIsWrittenIntoTheHistory() {
    Accounts.createAdmin(database, "chef", PASSWORD, CLOCK);
    String key = "P" + text("select id from counsellor where login = 'chef'");
    assertThat(text("select subject_key from history_entry where action = 'SET_UP'"))
        .isEqualTo(key);

    Accounts.setPassword(database, "chef", "quite another one", CLOCK);
    assertThat(text("select subject_key from history_entry where action = 'SET_PASSWORD'"))
        .isEqualTo(key);
    assertThat(text("select max(author_kind) from history_entry")).isEqualTo("SYSTEM");
  }

  @Test
  void devicesThatTheOperatorPairsAndRevokesAreWrittenIntoTheHistory() {
    database.alone(connection -> new DemoPlaces(connection, new Ids(connection)).insert());
    CreateDevice.create(database, "hoerde", "kiosk", " Kiosk ", CLOCK);
    RevokeDevice.revoke(database, "hoerde", "Kiosk", CLOCK);

    assertThat(
            text(
                "select after_change from history_entry where office_id = 'hoerde' and kind ="
                    + " 'device' and subject_key = 'Kiosk' and action = 'PAIR'"))
        .isEqualTo("{\"v\":1,\"role\":\"KIOSK\"}");
    assertThat(text("select subject_key from history_entry where action = 'UNPAIR'"))
        .isEqualTo("Kiosk");
  }

  @Test
  void aNameIsGivenOnce() {
    Accounts.createAdmin(database, "chef", PASSWORD, CLOCK);

    assertThatThrownBy(() -> Accounts.createAdmin(database, "chef", PASSWORD, CLOCK))
        .hasMessageContaining("taken");
  }

  @Test
  void aShortPasswordIsRefused() {
    assertThatThrownBy(() -> Accounts.createAdmin(database, "chef", "eleven char", CLOCK))
        .hasMessageContaining("12");
  }

  @Test
  void aPasswordThatIsTriedFirstIsRefused() {
    assertThatThrownBy(() -> Accounts.createAdmin(database, "chef", "password1234", CLOCK))
        .hasMessageContaining("easy to guess");
  }

  @Test
  void aNewPasswordReplacesTheOldOneAndEndsAllSignInsAndShiftsOfTheAccount() {
    database.alone(connection -> new DemoPlaces(connection, new Ids(connection)).insert());
    Accounts.createAdmin(database, "chef", PASSWORD, CLOCK);
    Accounts.createAdmin(database, "other", PASSWORD, CLOCK);
    for (String login : List.of("chef", "other")) {
      signInAndBeginShift(login);
    }

    String told = Accounts.setPassword(database, " Chef ", "quite another one", CLOCK);

    assertThat(told).contains("chef");
    String hash = text("select password_hash from counsellor where login = 'chef'");
    assertThat(new PasswordHash(hash).matches("quite another one")).isTrue();
    assertThat(new PasswordHash(hash).matches(PASSWORD)).isFalse();
    assertThat(
            text(
                "select login from counsellor where id = (select counsellor_id from sign_in"
                    + " where ended_because = 'PASSWORD')"))
        .isEqualTo("chef");
    assertThat(
            text(
                "select login from counsellor where id = (select counsellor_id from"
                    + " counter_shift where ended_at is null)"))
        .isEqualTo("other");
  }

  @Test
  void aNewPasswordTakesThePlaceOfAnOpenInvitation() {
    Accounts.createAdmin(database, "chef", PASSWORD, CLOCK);
    Accounts.createAdmin(database, "other", PASSWORD, CLOCK);
    for (String login : List.of("chef", "other")) {
      execute(
          "insert into invitation (counsellor_id, code_hash, expires_at) select id, login,"
              + " timestamp('2026-11-30 08:00:00') from counsellor where login = '"
              + login
              + "'");
    }

    Accounts.setPassword(database, "chef", "quite another one", CLOCK);

    assertThat(text("select code_hash from invitation")).isEqualTo("other");
    assertThat(text("select count(*) from invitation")).isEqualTo("1");
  }

  @Test
  void aNewPasswordBringsNobodyBackWhoHasLeft() {
    Accounts.createAdmin(database, "chef", PASSWORD, CLOCK);
    execute("update counsellor set has_left = true where login = 'chef'");

    Accounts.setPassword(database, "chef", "quite another one", CLOCK);

    assertThat(text("select login from counsellor where has_left")).isEqualTo("chef");
  }

  @Test
  void aNewPasswordIsForAnAccountThatExistsAndMustBeGood() {
    Accounts.createAdmin(database, "chef", PASSWORD, CLOCK);

    assertThatThrownBy(() -> Accounts.setPassword(database, "chief", PASSWORD, CLOCK))
        .hasMessageContaining("no account chief");
    assertThatThrownBy(() -> Accounts.setPassword(database, "chef", "password1234", CLOCK))
        .hasMessageContaining("easy to guess");
  }

  @Test
  void aLostSecondFactorIsRemovedAndSignsThePersonOut() {
    database.alone(connection -> new DemoPlaces(connection, new Ids(connection)).insert());
    for (String login : List.of("chef", "other")) {
      Accounts.createAdmin(database, login, PASSWORD, CLOCK);
      signInAndBeginShift(login);
      execute(
          "insert into second_factor (counsellor_id, sealed_secret, confirmed, proposed_at,"
              + " last_step, failures, recovery_hashes)"
              + " select id, 'sealed', true, current_timestamp, 1, 0, '' from counsellor"
              + " where login = '"
              + login
              + "'");
    }

    Accounts.resetSecondFactor(database, " Chef ", CLOCK);

    assertThat(
            text(
                "select login from counsellor where id = (select counsellor_id from second_factor)"))
        .isEqualTo("other");
    assertThat(
            text(
                "select login from counsellor where id = (select counsellor_id from sign_in"
                    + " where ended_because = 'EVERYWHERE')"))
        .isEqualTo("chef");
    assertThatThrownBy(() -> Accounts.resetSecondFactor(database, "chef", CLOCK))
        .hasMessageContaining("no account chef with a second factor");
  }

  @Test
  void theSecondFactorIsWaivedForAReasonThatTheHistoryKeeps() {
    assertThatThrownBy(() -> Accounts.waiveSecondFactor(database, " ", CLOCK))
        .hasMessageContaining("reason");

    Accounts.waiveSecondFactor(database, " Raum \"Süd\" ", CLOCK);

    assertThat(text("select waiver from second_factor_rule")).isEqualTo("Raum \"Süd\"");
    assertThat(text("select after_change from history_entry where kind = 'secondfactor'"))
        .isEqualTo("{\"v\":1,\"required\":false,\"reason\":\"Raum \\\"Süd\\\"\"}");
    assertThat(text("select author_kind from history_entry where kind = 'secondfactor'"))
        .isEqualTo("SYSTEM");
  }

  private void signInAndBeginShift(String login) {
    String who = "(select id from counsellor where login = '" + login + "')";
    String when = "'2026-11-23 08:00:00'";
    execute(
        "insert into sign_in (id, token_hash, csrf, counsellor_id, signed_in_at, last_seen_at,"
            + " last_used_at, expires_at) values (next value for lw_ids, '"
            + login
            + "', '', "
            + who
            + ", "
            + when
            + ", "
            + when
            + ", "
            + when
            + ", "
            + when
            + ")");
    execute(
        "insert into counter_shift (id, office_id, counter_id, counsellor_id, presence, languages,"
            + " topics, began_at) values (next value for lw_ids, 'hoerde', (select min(id)"
            + " from counter where office_id = 'hoerde'), "
            + who
            + ", 'AVAILABLE', '', '', "
            + when
            + ")");
  }

  private void execute(String change) {
    database.alone(
        connection -> {
          try (var statement = connection.createStatement()) {
            statement.execute(change);
          }
        });
  }

  @Test
  void aStrangeNameIsRefused() {
    assertThatThrownBy(() -> Accounts.createAdmin(database, "Chef!", PASSWORD, CLOCK))
        .hasMessageContaining("small letters");
  }

  @Test
  void theTokenOfADeviceIsKeptAsHashOnly() {
    database.alone(connection -> new DemoPlaces(connection, new Ids(connection)).insert());

    String token = CreateDevice.create(database, "hoerde", "KIOSK", "Eingang", CLOCK);

    assertThat(text("select token_hash from device where name = 'Eingang'"))
        .isEqualTo(new SecretToken(token).hash())
        .isNotEqualTo(token);
  }

  @Test
  void aDeviceBelongsToAKnownOffice() {
    assertThatThrownBy(() -> CreateDevice.create(database, "nowhere", "KIOSK", "x", CLOCK))
        .hasMessageContaining("no office nowhere");
  }

  @Test
  void aDeviceHasANameThatStaffCanRead() {
    database.alone(connection -> new DemoPlaces(connection, new Ids(connection)).insert());

    for (String name : List.of(" ", "x".repeat(81))) {
      assertThatThrownBy(() -> CreateDevice.create(database, "hoerde", "KIOSK", name, CLOCK))
          .isInstanceOf(DatabaseRefusal.class)
          .hasMessageContaining("1 to 80 characters");
    }
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
