package de.lokalwillkommen.core.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** An installation that is brought up to date keeps what it knew. */
class UpgradeTest {

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void ticketsOfAnOlderVersionAreAllThere(TestDatabase database) throws SQLException {
    String url = database.empty("upgrade");
    Flyway.configure().dataSource(url, null, null).target("2").load().migrate();
    try (Connection connection = DriverManager.getConnection(url);
        Statement sql = connection.createStatement()) {
      sql.execute("insert into topic values ('letters','mail','ANY',20,true,true,1)");
      sql.execute(
          "insert into office (id, name, zone, credit_minutes, late_after_minutes, recall_limit,"
              + " last_ticket_minutes, publishes_estimate, outpost, position)"
              + " values ('hoerde','H','Europe/Berlin',20,15,3,0,true,false,1)");
      sql.execute("insert into counter values (5,'hoerde','1','Raum 1')");
      sql.execute(older(7, 42, 5));
    }

    Flyway.configure().dataSource(url, null, null).load().migrate();

    try (Connection connection = DriverManager.getConnection(url);
        Statement sql = connection.createStatement()) {
      try (ResultSet ticket =
          sql.executeQuery("select numbered_by, at_counter, only_counter from ticket")) {
        assertThat(ticket.next()).isTrue();
        assertThat(ticket.getString("numbered_by")).isEqualTo("hoerde");
        assertThat(ticket.getLong("at_counter")).isEqualTo(5);
        assertThat(ticket.getLong("only_counter")).isEqualTo(5);
        assertThat(ticket.next()).isFalse();
      }
      assertThatThrownBy(() -> sql.execute(newer(8, 42)))
          .as("a number is given once")
          .isInstanceOf(SQLException.class);
      sql.execute(newer(9, 43));
    }
  }

  private static String older(long id, int number, long counter) {
    return "insert into ticket (id, office_id, issued_by, business_day, series, series_number, origin, topic_id, language, issued_at, line_key,"
        + " status, counter_id, for_counter, recalls, since) values ("
        + id
        + ",'hoerde','hoerde','2026-11-20','A',"
        + number
        + ",'WALK_IN','letters','de','2026-11-20 09:00:00','2026-11-20 09:00:00','SERVING',"
        + counter
        + ","
        + counter
        + ",0,'2026-11-20 09:00:00')";
  }

  private static String newer(long id, int number) {
    return "insert into ticket (id, office_id, numbered_by, business_day, series, series_number,"
        + " origin, topic_id, language, issued_at, line_key, status, recalls, since) values ("
        + id
        + ",'hoerde','hoerde','2026-11-20','A',"
        + number
        + ",'WALK_IN','letters','de','2026-11-20 09:00:00','2026-11-20 09:00:00','WAITING',0,"
        + "'2026-11-20 09:00:00')";
  }
}
