package de.lokalwillkommen.server.database;

import de.lokalwillkommen.core.staff.PasswordHash;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;

/**
 * Creates an account for an administrator; the first one of an installation can only be made this
 * way.
 */
public final class CreateAdmin {
  private CreateAdmin() {}

  /** Takes the login as its argument and the password from standard input. */
  public static void main(String[] arguments) throws IOException {
    BufferedReader in =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    String password = in.readLine();
    Task.run(database -> create(database, arguments[0], password));
  }

  static String create(Database database, String login, String password) {
    if (!login.matches("[a-z0-9][a-z0-9._-]{1,59}")) {
      throw new DatabaseRefusal(
          "a name has 2 to 60 characters: small letters, digits, dot, hyphen, underscore");
    }
    if (password == null || password.length() < PasswordHash.MIN_LENGTH) {
      throw new DatabaseRefusal(
          "a password needs at least " + PasswordHash.MIN_LENGTH + " characters");
    }
    String hash = PasswordHash.of(password).phc();
    database.alone(
        connection -> {
          refuseIfTaken(connection, login);
          try (Rows people =
              new Rows(
                  connection,
                  "counsellor",
                  "id",
                  "login",
                  "display_name",
                  "roles",
                  "languages",
                  "topics",
                  "password_hash",
                  "failed_sign_ins")) {
            people.add(
                new Ids(connection).next(), login, login, "ADMIN,COORDINATION", "de", "", hash, 0);
            people.insert();
          }
        });
    return "administrator " + login + " created";
  }

  private static void refuseIfTaken(Connection connection, String login) throws SQLException {
    try (var known = connection.prepareStatement("select 1 from counsellor where login = ?")) {
      known.setString(1, login);
      try (var row = known.executeQuery()) {
        if (row.next()) {
          throw new DatabaseRefusal("the name " + login + " is taken");
        }
      }
    }
  }
}
