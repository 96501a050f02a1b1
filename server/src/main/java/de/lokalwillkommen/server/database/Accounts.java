package de.lokalwillkommen.server.database;

import de.lokalwillkommen.core.kernel.Refusal;
import de.lokalwillkommen.core.staff.LoginName;
import de.lokalwillkommen.core.staff.PasswordHash;
import de.lokalwillkommen.core.staff.PasswordPolicy;
import de.lokalwillkommen.server.database.rows.Ids;
import de.lokalwillkommen.server.database.rows.Rows;
import de.lokalwillkommen.server.database.rows.Waiver;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Locale;

/** Accounts that the operator manages: the first administrator, and new passwords. */
final class Accounts {
  private static final int SHORTEST_REASON = 3;
  private static final int LONGEST_REASON = 200;

  private Accounts() {}

  /** Creates an account for an administrator. */
  static String createAdmin(Database database, String login, String password, Clock clock) {
    if (LoginName.findObjection(login).isPresent()) {
      throw new DatabaseRefusal(
          "a name has 2 to 60 characters: small letters, digits, dot, hyphen, underscore");
    }
    requireGood(login, password);
    String hash = PasswordHash.of(password).phc();
    database.alone(
        connection -> {
          refuseIfTaken(connection, login);
          long id = new Ids(connection).next();
          try (Rows people =
              new Rows(
                  connection,
                  "counsellor",
                  "id, login, display_name, roles, languages, topics, password_hash")) {
            people.add(id, login, login, "ADMIN,COORDINATION", "de", "", hash);
            people.insert();
          }
          update(connection, "delete from setup_code");
          new OperatorHistory(connection, clock)
              .ofPerson(id, "SET_UP", OperatorHistory.state("roles", "ADMIN COORDINATION"));
        });
    return "administrator " + login + " created";
  }

  /**
   * Gives an account a new password, and ends all its sign-ins and an open invitation. A person who
   * has left cannot sign in with it before the return.
   */
  static String setPassword(Database database, String name, String password, Clock clock) {
    String login = name.strip().toLowerCase(Locale.ROOT);
    requireGood(login, password);
    String hash = PasswordHash.of(password).phc();
    database.alone(
        connection -> {
          if (update(
                  connection,
                  "update counsellor set password_hash = ? where login = ? and federated = false",
                  hash,
                  login)
              == 0) {
            throw new DatabaseRefusal("there is no account " + login);
          }
          new OperatorHistory(connection, clock)
              .ofPerson(idOf(connection, login), "SET_PASSWORD", "");
          // the code of an open invitation would set yet another password
          update(
              connection,
              "delete from invitation where counsellor_id"
                  + " = (select id from counsellor where login = ?)",
              login);
          signOut(connection, login, "PASSWORD", clock);
        });
    return "password of " + login + " set; the account is signed out everywhere";
  }

  /**
   * Removes the second factor of an account, whose phone is lost, and ends all its sign-ins. An
   * administrator sets a new one up at the next sign-in.
   */
  static String resetSecondFactor(Database database, String name, Clock clock) {
    String login = name.strip().toLowerCase(Locale.ROOT);
    database.alone(
        connection -> {
          if (update(
                  connection,
                  "delete from second_factor where counsellor_id"
                      + " = (select id from counsellor where login = ?)",
                  login)
              == 0) {
            throw new DatabaseRefusal("there is no account " + login + " with a second factor");
          }
          new OperatorHistory(connection, clock).ofSecondFactor(idOf(connection, login));
          signOut(connection, login, "EVERYWHERE", clock);
        });
    return "second factor of " + login + " removed; the account is signed out everywhere";
  }

  /** Lets administrators sign in without a second factor; the history keeps the reason. */
  static String waiveSecondFactor(Database database, String reason, Clock clock) {
    String text = reason.strip();
    if (text.length() < SHORTEST_REASON || text.length() > LONGEST_REASON) {
      throw new DatabaseRefusal("a reason has 3 to 200 characters");
    }
    database.alone(
        connection -> {
          Waiver.write(connection, text, clock.instant());
        });
    return "administrators need no second factor; the rules for signing in require it again";
  }

  private static Timestamp now(Clock clock) {
    return Timestamp.valueOf(LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC));
  }

  private static void signOut(Connection connection, String login, String because, Clock clock)
      throws SQLException {
    update(
        connection,
        "update sign_in set ended_because = ? where ended_because is null and counsellor_id"
            + " = (select id from counsellor where login = ?)",
        because,
        login);
    update(
        connection,
        "update counter_shift set ended_at = ? where ended_at is null and counsellor_id"
            + " = (select id from counsellor where login = ?)",
        now(clock),
        login);
  }

  private static int update(Connection connection, String statement, Object... values)
      throws SQLException {
    try (PreparedStatement update = connection.prepareStatement(statement)) {
      for (int i = 0; i < values.length; i++) {
        update.setObject(i + 1, values[i]);
      }
      return update.executeUpdate();
    }
  }

  private static void requireGood(String login, String password) {
    PasswordPolicy.findObjection(login, password)
        .map(Accounts::inWords)
        .ifPresent(
            words -> {
              throw new DatabaseRefusal(words);
            });
  }

  private static String inWords(Refusal objection) {
    return switch (objection.key()) {
      case "password.tooShort" ->
          "a password needs at least " + PasswordPolicy.MIN_LENGTH + " characters";
      case "password.tooLong" ->
          "a password has at most " + PasswordPolicy.MAX_LENGTH + " characters";
      default ->
          "this password is too easy to guess: it consists of common passwords, names, words or"
              + " rows of keys";
    };
  }

  private static long idOf(Connection connection, String login) throws SQLException {
    try (var known = connection.prepareStatement("select id from counsellor where login = ?")) {
      known.setString(1, login);
      try (var row = known.executeQuery()) {
        row.next();
        return row.getLong("id");
      }
    }
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
