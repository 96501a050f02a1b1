package de.lokalwillkommen.server.database.rows;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;

/** That administrators need no second factor, with the reason, and how the history notes it. */
public final class Waiver {

  private Waiver() {}

  /** Writes it on behalf of the operator. */
  public static void write(Connection connection, String reason, Instant at) throws SQLException {
    try (PreparedStatement rule =
        connection.prepareStatement("update second_factor_rule set waiver = ?")) {
      rule.setString(1, reason);
      rule.executeUpdate();
    }
    try (Rows history =
        new Rows(
            connection,
            "history_entry",
            "id, changed_at, office_id, author_kind, person_id, roles, kind, subject_key, action,"
                + " before_change, after_change")) {
      history.add(
          new Ids(connection).next(),
          at,
          "",
          "SYSTEM",
          0L,
          "",
          "secondfactor",
          "",
          "WAIVE",
          "{\"v\":1,\"required\":true}",
          "{\"v\":1,\"required\":false,\"reason\":\""
              + String.valueOf(JsonStringEncoder.getInstance().quoteAsString(reason))
              + "\"}");
      history.insert();
    }
  }
}
