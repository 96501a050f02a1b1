package de.lokalwillkommen.core.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How many rows of its tables and indexes Derby reads for an answer. */
public final class RowsVisited {

  private static final Pattern VISITED = Pattern.compile("Number of rows visited=(\\d+)");

  private RowsVisited() {}

  /** The number of rows of tables and indexes that the last statement of some work has read. */
  public static int byLastStatementOf(Consumer<EntityManager> work) {
    return TestDatabase.DERBY.transaction(
        em -> {
          statistics(em, "call syscs_util.syscs_set_runtimestatistics(1)");
          work.accept(em);
          String plan = statistics(em, "values syscs_util.syscs_get_runtimestatistics()");
          statistics(em, "call syscs_util.syscs_set_runtimestatistics(0)");
          Matcher rows = VISITED.matcher(plan);
          int sum = 0;
          while (rows.find()) {
            sum += Integer.parseInt(rows.group(1));
          }
          assertThat(plan).contains("Number of rows visited");
          return sum;
        });
  }

  private static String statistics(EntityManager em, String sql) {
    try (Statement statement = em.unwrap(Connection.class).createStatement()) {
      if (!statement.execute(sql)) {
        return "";
      }
      try (ResultSet result = statement.getResultSet()) {
        result.next();
        return result.getString(1);
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
