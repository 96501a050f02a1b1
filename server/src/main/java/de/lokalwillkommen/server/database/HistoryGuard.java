package de.lokalwillkommen.server.database;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/**
 * Lets the database itself refuse to change an entry of the history, or to delete one before its
 * time: triggers, which the two databases write differently. They stop a fault and a statement that
 * was smuggled in; the owner of the tables can drop them.
 */
final class HistoryGuard {

  /** Twelve months less some days, by which the clocks of the two may differ. */
  private static final int KEPT_DAYS = 360;

  private static final String CHANGE = "history_entry_unchanged";
  private static final String DELETION = "history_entry_kept";

  private static final List<String> FOR_POSTGRESQL =
      List.of(
          "create or replace function history_entry_refused() returns trigger language plpgsql as"
              + " $$ begin raise exception 'entries of the history are not changed, and deleted"
              + " after twelve months'; end $$",
          "drop trigger if exists " + CHANGE + " on history_entry",
          "create trigger "
              + CHANGE
              + " before update on history_entry for each row"
              + " execute function history_entry_refused()",
          "drop trigger if exists " + DELETION + " on history_entry",
          "create trigger "
              + DELETION
              + " before delete on history_entry for each row when (old.changed_at >"
              + " (now() at time zone 'UTC') - interval '"
              + KEPT_DAYS
              + " days') execute function history_entry_refused()");

  /**
   * Derby has no statement that refuses: a conversion that fails takes its place. It names the row,
   * since a constant would be converted when the trigger is made.
   */
  private static final String REFUSAL =
      " values cast('entries of the history are kept: ' || char(old.id) as int)";

  private static final List<String> FOR_DERBY =
      List.of(
          "create trigger "
              + CHANGE
              + " no cascade before update on history_entry referencing old as old for each row"
              + REFUSAL,
          "create trigger "
              + DELETION
              + " no cascade before delete on history_entry referencing old as old for each row"
              + " when (old.changed_at > {fn timestampadd(SQL_TSI_DAY, -"
              + KEPT_DAYS
              + ", current_timestamp)})"
              + REFUSAL);

  private final Connection connection;

  HistoryGuard(Connection connection) {
    this.connection = connection;
  }

  /** Makes the triggers that are missing. */
  void stand(boolean derby) throws SQLException {
    if (derby && isStanding()) {
      return;
    }
    try (Statement statement = connection.createStatement()) {
      for (String each : derby ? FOR_DERBY : FOR_POSTGRESQL) {
        statement.execute(each);
      }
    }
  }

  private boolean isStanding() throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet found =
            statement.executeQuery(
                "select 1 from sys.systriggers where triggername = 'HISTORY_ENTRY_KEPT'")) {
      return found.next();
    }
  }
}
