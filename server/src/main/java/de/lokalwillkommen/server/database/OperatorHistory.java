package de.lokalwillkommen.server.database;

import de.lokalwillkommen.core.kernel.Author;
import de.lokalwillkommen.server.database.rows.Ids;
import de.lokalwillkommen.server.database.rows.Rows;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;

/**
 * Writes what the operator changes on the command line into the history of changes, in the
 * transaction of the change. Its author is the system: the command line knows no person.
 */
final class OperatorHistory {

  private static final String COLUMNS =
      "id, changed_at, office_id, author_kind, person_id, roles, kind, subject_key, action,"
          + " before_change, after_change";

  private final Connection connection;
  private final Clock clock;

  OperatorHistory(Connection connection, Clock clock) {
    this.connection = connection;
    this.clock = clock;
  }

  /** An account was created, or got another password. */
  void ofPerson(long person, String action, String after) throws SQLException {
    write("", "person", "P" + person, action, after);
  }

  /** The second factor of an account was removed. */
  void ofSecondFactor(long person) throws SQLException {
    write("", "secondfactor", "P" + person, "REVOKE", "");
  }

  /** A device was paired or its pairing ended. */
  void ofDevice(String office, String name, String action, String after) throws SQLException {
    write(office, "device", name, action, after);
  }

  /** The database was filled from a backup. */
  void ofBackup(String createdAt) throws SQLException {
    write("", "installation", "", "RESTORE_BACKUP", state("createdAt", createdAt));
  }

  /**
   * A state with one member, as the history notes it.
   *
   * @param value without quotation marks
   */
  static String state(String member, String value) {
    return "{\"v\":1,\"" + member + "\":\"" + value + "\"}";
  }

  private void write(String office, String kind, String key, String action, String after)
      throws SQLException {
    try (Rows entries = new Rows(connection, "history_entry", COLUMNS)) {
      entries.add(
          new Ids(connection).next(),
          clock.instant(),
          office,
          Author.SYSTEM.kind().name(),
          Author.SYSTEM.person(),
          Author.SYSTEM.roles(),
          kind,
          key,
          action,
          "",
          after);
      entries.insert();
    }
  }
}
