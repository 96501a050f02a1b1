package de.lokalwillkommen.core.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** An upgraded installation keeps its data. */
class UpgradeTest {

  private static final String TOPIC =
      "insert into topic (id, pictogram, audience, usual_minutes, walk_in, bookable, position) values ('letters','mail','ANY',20,true,true,1)";
  private static final String OFFICE =
      "insert into office (id, name, zone, credit_minutes, late_after_minutes, recall_limit,"
          + " last_ticket_minutes, publishes_estimate, outpost, position)"
          + " values ('hoerde','H','Europe/Berlin',20,15,3,0,true,false,1)";

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void ticketsOfAnOlderVersionAreAllThere(TestDatabase database) throws SQLException {
    String url = database.empty("upgrade");
    Flyway.configure().dataSource(url, null, null).target("2").load().migrate();
    try (Connection connection = DriverManager.getConnection(url);
        Statement sql = connection.createStatement()) {
      sql.execute(TOPIC);
      sql.execute(OFFICE);
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

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void addressesNoLongerNeededAreDeleted(TestDatabase database) throws SQLException {
    String url = database.empty("upgrade_addresses");
    Flyway.configure().dataSource(url, null, null).target("3").load().migrate();
    try (Connection connection = DriverManager.getConnection(url);
        Statement sql = connection.createStatement()) {
      sql.execute(TOPIC);
      sql.execute(OFFICE);
      sql.execute(
          "insert into availability (id, office_id, weekday, from_minute, until_minute,"
              + " every_weeks, anchor, valid_from, slot_minutes, desks, internal_desks,"
              + " late_desks, languages, topics)"
              + " values (1,'hoerde',1,540,600,1,'2026-01-05','2026-01-05',30,1,0,0,'','')");
      sql.execute(appointment(1, "BOOKED"));
      sql.execute(appointment(2, "LAPSED"));
      sql.execute(appointment(3, "CANCELLED"));
      sql.execute(letter(13, 3, "SENT"));
      sql.execute(appointment(4, "CANCELLED"));
      sql.execute(letter(14, 4, "WAITING"));
      sql.execute(entry(21, "WAITING"));
      sql.execute(entry(22, "LEFT"));
    }

    Flyway.configure().dataSource(url, null, null).load().migrate();

    try (Connection connection = DriverManager.getConnection(url);
        Statement sql = connection.createStatement()) {
      assertThat(ids(sql, "select id from appointment where contact is not null"))
          .containsExactlyInAnyOrder(1L, 4L);
      assertThat(ids(sql, "select id from appointment where flow is not null"))
          .containsExactlyInAnyOrder(1L, 4L);
      assertThat(ids(sql, "select id from waitlist_entry where contact is not null"))
          .containsExactly(21L);
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void mappingsOfRolesThatCountInAllOfficesNameNone(TestDatabase database) throws SQLException {
    String url = database.empty("upgrade_mappings");
    Flyway.configure().dataSource(url, null, null).target("29").load().migrate();
    try (Connection connection = DriverManager.getConnection(url);
        Statement sql = connection.createStatement()) {
      sql.execute(mapping(1, "/it", "ADMIN", "hoerde"));
      sql.execute(mapping(2, "/it", "ADMIN", "eving"));
      sql.execute(mapping(3, "/it", "AUDITOR", ""));
      sql.execute(mapping(4, "/it", "AUDITOR", "eving"));
      sql.execute(mapping(5, "/rat", "COUNSELLOR", "hoerde"));
    }

    Flyway.configure().dataSource(url, null, null).load().migrate();

    try (Connection connection = DriverManager.getConnection(url);
        Statement sql = connection.createStatement()) {
      assertThat(ids(sql, "select id from claim_mapping where office_id = ''"))
          .containsExactlyInAnyOrder(2L, 3L);
      assertThat(ids(sql, "select id from claim_mapping where office_id = 'hoerde'"))
          .containsExactly(5L);
    }
  }

  private static String mapping(long id, String value, String role, String office) {
    return "insert into claim_mapping (id, claim_value, role, office_id) values (%s,'%s','%s','%s')"
        .formatted(id, value, role, office);
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void theHistoryOfAvailabilityIsKeptAndHasRoom(TestDatabase database) throws SQLException {
    String url = database.empty("upgrade_history");
    Flyway.configure().dataSource(url, null, null).target("11").load().migrate();
    String former = "weekly;1;480;720;1;2026-01-05;2026-01-05;;30;1;0;0;;";
    try (Connection connection = DriverManager.getConnection(url);
        Statement sql = connection.createStatement()) {
      sql.execute(OFFICE);
      sql.execute(
          "insert into counsellor (id, login, display_name, roles, languages, topics,"
              + " password_hash) values (1,'l','L','','','','')");
      sql.execute(change(1, former));
    }

    Flyway.configure().dataSource(url, null, null).target("12").load().migrate();
    String long4000 = "x".repeat(4000);
    try (Connection connection = DriverManager.getConnection(url);
        Statement sql = connection.createStatement()) {
      sql.execute(change(2, long4000));
    }

    Flyway.configure().dataSource(url, null, null).load().migrate();

    try (Connection connection = DriverManager.getConnection(url);
        Statement sql = connection.createStatement()) {
      try (ResultSet kept =
          sql.executeQuery(
              "select after_change, kind, author_kind, person_id, office_id, action, changed_at"
                  + " from history_entry order by id")) {
        assertThat(kept.next()).isTrue();
        assertThat(kept.getString(1)).isEqualTo(former);
        assertThat(kept.getString("kind")).isEqualTo("availability");
        assertThat(kept.getString("author_kind")).isEqualTo("STAFF");
        assertThat(kept.getLong("person_id")).isEqualTo(1);
        assertThat(kept.getString("office_id")).isEqualTo("hoerde");
        assertThat(kept.getString("action")).isEqualTo("ADD");
        assertThat(kept.getTimestamp("changed_at").toLocalDateTime())
            .isEqualTo("2026-11-20T09:00:00");
        assertThat(kept.next()).isTrue();
        assertThat(kept.getString(1)).isEqualTo(long4000);
        assertThat(kept.next()).isFalse();
      }
    }
  }

  private static String change(long id, String after) {
    return "insert into availability_change (id, office_id, changed_at, counsellor_id, action,"
        + " before_change, after_change) values (%s,'hoerde','2026-11-20 09:00:00',1,'ADD','','%s')"
            .formatted(id, after);
  }

  private static List<Long> ids(Statement sql, String query) throws SQLException {
    List<Long> ids = new ArrayList<>();
    try (ResultSet found = sql.executeQuery(query)) {
      while (found.next()) {
        ids.add(found.getLong(1));
      }
    }
    return ids;
  }

  private static String appointment(long id, String status) {
    return "insert into appointment (id, code, office_id, topic_id, language, availability_id,"
        + " desk, starts_at, ends_at, status, channel, flow, contact, requested_at, moves, since)"
        + " values (%s,'C%s','hoerde','letters','de',1,0,'2026-11-30 08:00:00',".formatted(id, id)
        + "'2026-11-30 08:30:00','%s','OUTSIDE','v','a@example.org','2026-11-20 09:00:00',0,"
            .formatted(status)
        + "'2026-11-20 09:00:00')";
  }

  private static String letter(long id, long appointment, String status) {
    return "insert into letter (id, kind, appointment_id, due_at, status, attempts,"
        + " next_attempt_at) values (%s,'CANCELLED',%s,'2026-11-20 09:00:00','%s',0,"
            .formatted(id, appointment, status)
        + "'2026-11-20 09:00:00')";
  }

  private static String entry(long id, String status) {
    return "insert into waitlist_entry (id, code, topic_id, language, offices, first_day, last_day,"
        + " part_of_day, contact, status, joined_at) values (%s,'W%s','letters','de','hoerde',"
            .formatted(id, id)
        + "'2026-11-23','2026-11-30','ANY','a@example.org','%s','2026-11-20 09:00:00')"
            .formatted(status);
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
