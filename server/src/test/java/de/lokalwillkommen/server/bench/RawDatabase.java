package de.lokalwillkommen.server.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.commons.io.FileUtils;
import org.flywaydb.core.Flyway;

/**
 * Measures the upper limit of the same database: plain JDBC with the statements and commits of a
 * ticket or a call, without a server in between.
 */
final class RawDatabase implements AutoCloseable {

  private static final int OFFICES = 7;
  private static final AtomicLong IDS = new AtomicLong(1000);

  private final Path folder;
  private final String url;

  RawDatabase() throws Exception {
    folder = Files.createTempDirectory("lw-raw");
    url = "jdbc:derby:" + folder.resolve("derby") + ";create=true";
    Flyway.configure().dataSource(url, null, null).load().migrate();
    try (Connection connection = DriverManager.getConnection(url);
        Statement sql = connection.createStatement()) {
      sql.execute(
          "insert into topic (id, pictogram, audience, usual_minutes, walk_in, bookable, position) values ('letters','mail','ANY',20,true,true,1)");
      for (int i = 0; i < OFFICES; i++) {
        sql.execute(
            "insert into office (id, name, zone, credit_minutes, late_after_minutes, recall_limit,"
                + " waiting_limit, last_ticket_minutes, publishes_estimate, outpost, position)"
                + " values ('o"
                + i
                + "','O','Europe/Berlin',20,15,3,null,0,true,false,1)");
        sql.execute(
            "insert into counter (id, office_id, label, name) values ("
                + (i + 1)
                + ",'o"
                + i
                + "','1','Raum 1')");
        sql.execute(
            "insert into office_line (office_id, business_day, walk_ins, appointments,"
                + " waiting, calls, version) values ('o"
                + i
                + "','"
                + LocalDate.of(2026, 1, 1)
                + "',0,0,0,0,0)");
      }
    }
  }

  /** One ticket: lock the line, look for the request, insert ticket and event, update, commit. */
  Rate.Work issuing(int thread) throws SQLException {
    Connection connection = connect();
    String office = "o" + thread % OFFICES;
    PreparedStatement lock =
        connection.prepareStatement(
            "select walk_ins from office_line where office_id = ? for update with rs");
    PreparedStatement look =
        connection.prepareStatement("select id from ticket where request_key = ?");
    PreparedStatement ticket =
        connection.prepareStatement(
            "insert into ticket (id, office_id, numbered_by, business_day, series, series_number,"
                + " origin, topic_id, language, request_key, issued_at, line_key, status, recalls,"
                + " since) values (?,?,?,?,'A',?,'WALK_IN','letters','de',?,?,?,'WAITING',0,?)");
    PreparedStatement event =
        connection.prepareStatement(
            "insert into ticket_event (id, ticket_id, office_id, action, to_status, happened_at,"
                + " actor) values (?,?,?,'ISSUE','WAITING',?,'KIOSK')");
    PreparedStatement update =
        connection.prepareStatement(
            "update office_line set walk_ins = ?, waiting = waiting + 1, version = version + 1"
                + " where office_id = ?");
    return () -> {
      String key = UUID.randomUUID().toString();
      Timestamp now = new Timestamp(System.currentTimeMillis());
      int number = number(lock, office) + 1;
      look.setString(1, key);
      look.executeQuery().close();
      long id = IDS.incrementAndGet();
      ticket.setLong(1, id);
      ticket.setString(2, office);
      ticket.setString(3, office);
      ticket.setObject(4, java.sql.Date.valueOf("2026-01-01"));
      ticket.setInt(5, number);
      ticket.setString(6, key);
      ticket.setTimestamp(7, now);
      ticket.setTimestamp(8, now);
      ticket.setTimestamp(9, now);
      ticket.executeUpdate();
      event.setLong(1, IDS.incrementAndGet());
      event.setLong(2, id);
      event.setString(3, office);
      event.setTimestamp(4, now);
      event.executeUpdate();
      update.setInt(1, number);
      update.setString(2, office);
      update.executeUpdate();
      connection.commit();
      return true;
    };
  }

  /** One call: lock the line, select the first waiting ticket, update, insert event, commit. */
  Rate.Work calling(int thread) throws SQLException {
    Connection connection = connect();
    String office = "o" + thread % OFFICES;
    PreparedStatement lock =
        connection.prepareStatement(
            "select walk_ins from office_line where office_id = ? for update with rs");
    PreparedStatement first =
        connection.prepareStatement(
            "select id from ticket where office_id = ? and business_day = ? and status = 'WAITING'"
                + " order by line_key fetch first 1 rows only");
    PreparedStatement call =
        connection.prepareStatement(
            "update ticket set status = 'CALLED', at_counter = ?, called_at = ?, since = ?"
                + " where id = ?");
    PreparedStatement event =
        connection.prepareStatement(
            "insert into ticket_event (id, ticket_id, office_id, action, from_status, to_status,"
                + " happened_at, actor) values (?,?,?,'CALL','WAITING','CALLED',?,'COUNSELLOR')");
    PreparedStatement update =
        connection.prepareStatement(
            "update office_line set calls = calls + 1, waiting = waiting - 1, version = version + 1"
                + " where office_id = ?");
    return () -> {
      number(lock, office);
      first.setString(1, office);
      first.setObject(2, java.sql.Date.valueOf("2026-01-01"));
      long id;
      try (ResultSet row = first.executeQuery()) {
        if (!row.next()) {
          connection.rollback();
          return false;
        }
        id = row.getLong(1);
      }
      Timestamp now = new Timestamp(System.currentTimeMillis());
      call.setLong(1, thread % OFFICES + 1L);
      call.setTimestamp(2, now);
      call.setTimestamp(3, now);
      call.setLong(4, id);
      call.executeUpdate();
      event.setLong(1, IDS.incrementAndGet());
      event.setLong(2, id);
      event.setString(3, office);
      event.setTimestamp(4, now);
      event.executeUpdate();
      update.setString(1, office);
      update.executeUpdate();
      connection.commit();
      return true;
    };
  }

  private Connection connect() throws SQLException {
    Connection connection = DriverManager.getConnection(url);
    connection.setAutoCommit(false);
    connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
    return connection;
  }

  private static int number(PreparedStatement lock, String office) throws SQLException {
    lock.setString(1, office);
    try (ResultSet row = lock.executeQuery()) {
      row.next();
      return row.getInt(1);
    }
  }

  @Override
  public void close() {
    try {
      DriverManager.getConnection(url.replace(";create=true", ";shutdown=true")).close();
    } catch (SQLException shutDownIsReportedAsAnError) {
      // no other error is possible here
    }
    FileUtils.deleteQuietly(folder.toFile());
  }
}
