package de.lokalwillkommen.server.database;

import static org.assertj.core.api.Assertions.assertThat;

import de.lokalwillkommen.core.staff.PasswordHash;
import de.lokalwillkommen.server.database.rows.Ids;
import de.lokalwillkommen.server.demo.DemoData;
import de.lokalwillkommen.server.demo.DemoOffice;
import de.lokalwillkommen.server.demo.DemoPlaces;
import de.lokalwillkommen.server.demo.DemoStart;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class DemoDataTest {
  private static final String NOON = "2026-11-20T11:00:00Z";

  static Stream<Arguments> bothDatabases() {
    return Stream.of(
        Arguments.of(Named.<Supplier<Database>>of("Derby", () -> Noon.DERBY)),
        Arguments.of(Named.<Supplier<Database>>of("PostgreSQL", () -> Postgresql.NOON)));
  }

  /** The demo of that noon, filled once for all tests that read it. */
  private static final class Noon {
    static final Database DERBY = demo(EmptyDatabases.derby(), NOON);
  }

  /** The same on the other database. */
  private static final class Postgresql {
    static final Database NOON = demo(EmptyDatabases.postgresql(), DemoDataTest.NOON);
  }

  @ParameterizedTest
  @MethodSource("bothDatabases")
  void sevenOfficesAndAnOutpostAreFilled(Supplier<Database> kind) {
    Database database = kind.get();

    database.alone(
        connection -> {
          assertThat(count(connection, "office where outpost = false")).isEqualTo(7);
          assertThat(count(connection, "office where outpost = true")).isEqualTo(1);
          assertThat(count(connection, "counter")).isEqualTo(7 * 3 + 1);
          assertThat(count(connection, "counsellor")).isEqualTo(7 * 3 + 1 + 3);
          assertThat(count(connection, "opening_rule")).isEqualTo(7 * 7 + 1);
          assertThat(count(connection, "office_topic")).isEqualTo(8 * 10);
          assertThat(text(connection, "select name from office where id = 'hoerde'"))
              .isEqualTo("Hörde");
          assertThat(count(connection, "ticket where business_day < '2026-11-20'"))
              .isGreaterThan(500);
          assertEverythingFits(connection, LocalDate.of(2026, 11, 20), Instant.parse(NOON));
        });
  }

  @ParameterizedTest
  @MethodSource("bothDatabases")
  void theNextIdentifierOfTheApplicationsIsFree(Supplier<Database> kind) {
    Database database = kind.get();

    database.alone(
        connection -> {
          long next = new Ids(connection).next();
          for (String table :
              new String[] {
                "ticket",
                "ticket_event",
                "counter",
                "counsellor",
                "counter_shift",
                "opening_rule",
                "availability",
                "appointment",
                "appointment_event",
                "slot_claim"
              }) {
            assertThat(count(connection, table + " where id >= " + next)).as(table).isZero();
          }
        });
  }

  @ParameterizedTest
  @MethodSource("bothDatabases")
  void aFortnightIsBookedAndEveryAppointmentHasClaimedItsTime(Supplier<Database> kind) {
    kind.get()
        .alone(
            connection -> {
              assertThat(count(connection, "availability")).isEqualTo(7 * 7 + 1);
              int booked = count(connection, "appointment where status = 'BOOKED'");
              assertThat(booked).isGreaterThan(7 * 40);
              assertThat(
                      count(
                          connection,
                          "appointment where starts_at <= '"
                              + sqlTimestamp(Instant.parse(NOON))
                              + "' or starts_at > '"
                              + sqlTimestamp(Instant.parse("2026-12-04T00:00:00Z"))
                              + "'"))
                  .isZero();
              assertThat(count(connection, "appointment_event where action = 'BOOK'"))
                  .isEqualTo(booked);
              assertThat(
                      count(
                          connection,
                          "appointment a where (select count(*) from slot_claim c"
                              + " where c.appointment_id = a.id and c.desk = a.desk"
                              + " and c.availability_id = a.availability_id"
                              + " and c.cell_at >= a.starts_at and c.cell_at < a.ends_at)"
                              + " not in (6, 12)"))
                  .isZero();
            });
  }

  @ParameterizedTest
  @MethodSource("bothDatabases")
  void threeMonthsOfLeadTimesEndYesterday(Supplier<Database> kind) {
    kind.get()
        .alone(
            connection -> {
              assertThat(count(connection, "lead_time")).isBetween(7 * 62, 7 * 66);
              assertThat(count(connection, "lead_time where on_day = '2026-11-19'")).isEqualTo(7);
              assertThat(count(connection, "lead_time where on_day > '2026-11-19'")).isZero();
              assertThat(count(connection, "lead_time where p90_minutes < median_minutes"))
                  .isZero();
            });
  }

  @ParameterizedTest
  @MethodSource("bothDatabases")
  void twoOfThreeCountersAreStaffedByThoseWhoBelongThere(Supplier<Database> kind) {
    kind.get()
        .alone(
            connection -> {
              String staffed =
                  "counter_shift s join counter c on c.id = s.counter_id"
                      + " join counsellor p on p.id = s.counsellor_id"
                      + " where s.presence = 'AVAILABLE' and s.ended_at is null";
              assertThat(count(connection, "counter_shift")).isEqualTo(7 * 2);
              assertThat(count(connection, staffed)).isEqualTo(7 * 2);
              assertThat(
                      count(
                          connection,
                          staffed
                              + " and s.office_id = c.office_id and s.languages = p.languages"
                              + " and p.login = c.office_id || '-' || c.label"
                              + " and c.label <> '1'"))
                  .isEqualTo(7 * 2);
              assertThat(
                      count(
                          connection,
                          "counter_shift where began_at <> '"
                              + sqlTimestamp(Instant.parse(NOON))
                              + "'"))
                  .isZero();
            });
  }

  @Test
  void atNoonEachOfficeHasAMorningBehindIt() {
    Noon.DERBY.alone(
        connection -> {
          for (DemoOffice office : DemoOffice.ALL) {
            String today =
                "ticket where business_day = '2026-11-20' and office_id = '" + office.id() + "'";
            if (office.outpost()) {
              assertThat(count(connection, today)).isZero();
            } else {
              assertThat(count(connection, today + " and status in ('DONE', 'NO_SHOW')"))
                  .isBetween(12, 20);
              assertThat(count(connection, today + " and status = 'NO_SHOW'")).isPositive();
              assertThat(count(connection, today + " and status = 'SERVING'")).isEqualTo(1);
              assertThat(count(connection, today + " and status = 'WAITING'")).isBetween(3, 6);
              assertThat(
                      count(
                          connection,
                          today + " and status = 'WAITING' and issued_at < '2026-11-20 10:20:00'"))
                  .isZero();
            }
          }
        });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2026-11-21T23:00:00Z", // midnight in Berlin
        "2026-11-21T23:07:00Z",
        "2026-11-22T00:30:00Z",
        "2026-11-22T22:59:59Z", // the last second of the day
        "2026-03-29T00:59:59Z", // before and after the hour that is missing
        "2026-03-29T01:00:00Z",
        "2026-10-25T00:30:00Z", // the hour that comes twice
        "2026-10-25T01:30:00Z",
        "2026-10-25T02:30:00Z",
      })
  void itFitsAtAnyTimeOfTheDay(String now) {
    Instant at = Instant.parse(now);
    LocalDate today = LocalDate.ofInstant(at, DemoPlaces.ZONE);

    demo(EmptyDatabases.migratedDerby(), now)
        .alone(connection -> assertEverythingFits(connection, today, at));
  }

  @Test
  void allAccountsHaveTheSamePassword() {
    Database database = EmptyDatabases.derby();
    new Preparation(database, "key", Optional.of(DemoStart.NOW), clock(NOON)).run();

    database.alone(
        connection -> {
          String hash =
              text(connection, "select password_hash from counsellor where login = 'hoerde-2'");
          assertThat(hash).startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
          assertThat(new PasswordHash(hash).matches("demo")).isTrue();
          assertThat(text(connection, "select roles from counsellor where login = 'admin'"))
              .isEqualTo("ADMIN,COORDINATION");
        });
  }

  private static void assertEverythingFits(Connection connection, LocalDate today, Instant now)
      throws SQLException {
    String midnight = sqlTimestamp(today.atStartOfDay(DemoPlaces.ZONE).toInstant());
    String present = sqlTimestamp(now);
    String ofToday = "ticket where business_day = '" + today + "'";

    assertThat(count(connection, "ticket where business_day > '" + today + "'")).isZero();
    assertThat(count(connection, ofToday + " and status = 'WAITING'")).isBetween(7 * 3, 7 * 6);
    assertThat(count(connection, ofToday + " and issued_at < '" + midnight + "'")).isZero();
    assertThat(
            count(
                connection,
                "ticket where issued_at > '" + present + "' or since > '" + present + "'"))
        .isZero();
    assertThat(
            count(
                connection,
                "ticket where called_at < issued_at or serving_since < called_at"
                    + " or ended_at < coalesce(serving_since, called_at)"))
        .isZero();
    assertThat(
            count(
                connection,
                "ticket where line_key <> issued_at or recalls <> 0 or prior_status is not null"))
        .isZero();
    assertThat(count(connection, "ticket where (status = 'WAITING') <> (call_seq is null)"))
        .isZero();
    assertThat(
            count(
                connection,
                "ticket where (status in ('DONE', 'NO_SHOW')) <> (ended_at is not null)"))
        .isZero();
    assertLinesAgree(connection, today);
    assertHistoryAgrees(connection);
  }

  private static void assertLinesAgree(Connection connection, LocalDate today) throws SQLException {
    String own =
        "from ticket t where t.office_id = l.office_id and t.business_day = l.business_day";
    assertThat(count(connection, "office_line where business_day = '" + today + "'")).isEqualTo(8);
    assertThat(
            count(
                connection,
                "office_line l where l.walk_ins <> (select coalesce(max(t.series_number), 0) "
                    + own
                    + ")"
                    + " or l.waiting <> (select count(*) "
                    + own
                    + " and t.status = 'WAITING')"
                    + " or l.calls <> (select coalesce(max(t.call_seq), 0) "
                    + own
                    + ")"
                    + " or l.walk_ins <> (select count(*) "
                    + own
                    + ")"
                    + " or l.version < 1"))
        .isZero();
  }

  private static void assertHistoryAgrees(Connection connection) throws SQLException {
    String last =
        "(select e.to_status from ticket_event e where e.ticket_id = t.id"
            + " and e.id = (select max(x.id) from ticket_event x where x.ticket_id = t.id))";
    assertThat(count(connection, "ticket t where t.status <> " + last)).isZero();
    assertThat(
            count(
                connection,
                "ticket t where t.issued_at <> (select e.happened_at from ticket_event e"
                    + " where e.ticket_id = t.id and e.action = 'ISSUE')"))
        .isZero();
    assertThat(
            count(
                connection,
                "ticket t where t.since <> (select max(e.happened_at) from ticket_event e where e.ticket_id = t.id)"))
        .isZero();
  }

  private static Database demo(Database database, String now) {
    database.migrate();
    database.alone(new DemoData(clock(now), "no password")::insertInto);
    return database;
  }

  private static Clock clock(String now) {
    return Clock.fixed(Instant.parse(now), ZoneOffset.UTC);
  }

  private static String sqlTimestamp(Instant at) {
    return DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(ZoneOffset.UTC).format(at);
  }

  private static int count(Connection connection, String what) throws SQLException {
    return Integer.parseInt(text(connection, "select count(*) from " + what));
  }

  private static String text(Connection connection, String query) throws SQLException {
    try (var statement = connection.createStatement();
        ResultSet row = statement.executeQuery(query)) {
      row.next();
      return row.getString(1);
    }
  }
}
