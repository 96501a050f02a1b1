package de.lokalwillkommen.core.visits;

import static de.lokalwillkommen.core.ticketing.TicketFixture.TEN;
import static de.lokalwillkommen.core.ticketing.TicketFixture.request;
import static org.assertj.core.api.Assertions.assertThat;

import de.lokalwillkommen.core.booking.AppointmentView;
import de.lokalwillkommen.core.booking.BookingDatabase;
import de.lokalwillkommen.core.booking.BookingOffice;
import de.lokalwillkommen.core.booking.BookingWish;
import de.lokalwillkommen.core.booking.Channel;
import de.lokalwillkommen.core.booking.Contact;
import de.lokalwillkommen.core.booking.Slot;
import de.lokalwillkommen.core.kernel.RecordedEvents;
import de.lokalwillkommen.core.kernel.RequestKey;
import de.lokalwillkommen.core.kernel.TestClock;
import de.lokalwillkommen.core.kernel.TestDatabase;
import de.lokalwillkommen.core.offices.OfficeFixture;
import de.lokalwillkommen.core.retention.Retention;
import de.lokalwillkommen.core.ticketing.Actor;
import de.lokalwillkommen.core.ticketing.TicketingDatabase;
import de.lokalwillkommen.core.waitlist.WaitlistFixture;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a person could have left anywhere in the database is nowhere in it some days later. */
class MarkerDatabaseTest {

  /** Texts of the product's own: identifiers that lead to rows of others, and constants. */
  private static final Set<String> OWN =
      Set.of(
          "office_id",
          "numbered_by",
          "series",
          "origin",
          "topic_id",
          "language",
          "status",
          "prior_status",
          "prior_office_id",
          "prior_topic_id",
          "action",
          "from_status",
          "to_status",
          "actor",
          "channel",
          "kind",
          "referral",
          "outcome_topics",
          "organisations",
          "prior_organisations",
          "office_reason",
          "offices",
          "part_of_day");

  private static final Instant ELEVEN = TEN.plus(Duration.ofHours(1));

  private final TestClock clock = new TestClock(TEN);

  @ParameterizedTest
  @EnumSource
  void nothingOfAVisitorRemains(TestDatabase database) {
    BookingDatabase.reset(
        database,
        BookingOffice.hours(DayOfWeek.MONDAY, 11, 15, 4),
        BookingOffice.hours(DayOfWeek.TUESDAY, 11, 15, 4));
    Leaving leaving = new Leaving(database, clock);
    visit(database, leaving);
    Set<String> written = write(database);
    assertThat(written)
        .contains(
            "ticket", "ticket_event", "appointment", "waitlist_entry", "slot_offer", "letter");
    assertThat(find(database)).as("the search finds what is there").isEqualTo(texts(database));

    // the longest wish on the waitlist is 28 days, and its row stays for 48 hours
    for (int day = 0; day < 33; day++) {
      clock.passes(Duration.ofDays(1));
      leaving.everything();
    }

    assertThat(find(database)).isEmpty();
    for (String table : written) {
      assertThat(leaving.rows("select count(*) from " + table)).as(table).containsExactly("0");
    }
    assertThat(leaving.rows("select count(*) from visit")).containsExactly("2");
    assertThat(leaving.rows("select said from visit_property where kind = 'APPOINTMENT'"))
        .hasSize(4)
        .contains("NO_SHOW", "CANCELLED");
  }

  /** Walks in, checks in, books and misses, books and cancels, waits and is offered a place. */
  private void visit(TestDatabase database, Leaving leaving) {
    RecordedEvents events = new RecordedEvents();
    database.transaction(
        em ->
            TicketingDatabase.issuing(em, events, clock)
                .walkIn("hoerde", request(OfficeFixture.HOUSING, "de", "key-" + Marker.WORD)));
    Instant tuesday = ELEVEN.plus(Duration.ofDays(1));
    leaving.in(office -> office.booked(wish(tuesday, "missed@example.org")));
    AppointmentView checkedIn = leaving.in(o -> o.booked(wish(ELEVEN, "there@example.org")));
    leaving.in(office -> office.booked(wish(ELEVEN, "x@example.org", Optional.empty())));
    leaving.in(office -> office.waiting.join(WaitlistFixture.forHousing("hoerde")));
    leaving.in(
        office -> {
          office.booking.cancel(cancelled(office).code(), Actor.VISITOR);
          return null;
        });
    clock.is(ELEVEN.minus(Duration.ofMinutes(5)));
    leaving.in(office -> office.checkingIn.checkIn("hoerde", checkedIn.code(), false));
  }

  private AppointmentView cancelled(BookingOffice office) {
    return office.booked(wish(ELEVEN.plus(Duration.ofMinutes(30)), "gone@example.org"));
  }

  private static BookingWish wish(Instant start, String mail) {
    return wish(start, mail, Contact.find(mail));
  }

  private static BookingWish wish(Instant start, String mail, Optional<Contact> contact) {
    return new BookingWish(
        new Slot.Id("hoerde", start),
        OfficeFixture.HOUSING,
        "de",
        Channel.OUTSIDE,
        contact,
        Optional.of(new RequestKey("key-" + mail + start)),
        Optional.empty());
  }

  /** Overwrites all texts of visitors' tables; returns those tables. */
  private static Set<String> write(TestDatabase database) {
    Set<String> tables = new TreeSet<>();
    for (String column : texts(database)) {
      String[] parts = column.split("\\.");
      tables.add(parts[0]);
    }
    Stream.of(Retention.TICKETS, Retention.APPOINTMENTS, Retention.WAITLIST)
        .forEach(kept -> tables.addAll(kept.tables()));
    return database.transaction(
        em -> {
          Connection connection = em.unwrap(Connection.class);
          try {
            for (String column : texts(connection)) {
              String[] parts = column.split("\\.");
              mark(connection, parts[0], parts[1]);
            }
          } catch (SQLException e) {
            throw new IllegalStateException(e);
          }
          return tables;
        });
  }

  /** A column of one value for all rows would break its unique key, so each gets its number. */
  private static void mark(Connection connection, String table, String column) throws SQLException {
    List<Long> ids = new ArrayList<>();
    try (var statement = connection.createStatement()) {
      try (ResultSet row = statement.executeQuery("select id from " + table)) {
        while (row.next()) {
          ids.add(row.getLong(1));
        }
      }
      for (int i = 0; i < ids.size(); i++) {
        statement.executeUpdate(
            "update %s set %s = '%s%s' where id = %d"
                .formatted(table, column, Marker.WORD, Character.toString('a' + i), ids.get(i)));
      }
    }
  }

  private static Set<String> texts(TestDatabase database) {
    return database.transaction(
        em -> {
          try {
            return texts(em.unwrap(Connection.class));
          } catch (SQLException e) {
            throw new IllegalStateException(e);
          }
        });
  }

  /** The columns into which a visitor's words could get. */
  private static Set<String> texts(Connection connection) throws SQLException {
    Set<String> texts = new TreeSet<>();
    List<String> tables =
        Stream.of(Retention.TICKETS, Retention.APPOINTMENTS, Retention.WAITLIST)
            .flatMap(kept -> kept.tables().stream())
            .toList();
    for (String table : tables) {
      try (var statement = connection.createStatement();
          ResultSet none = statement.executeQuery("select * from " + table + " where 1 = 0")) {
        for (int i = 1; i <= none.getMetaData().getColumnCount(); i++) {
          String column = none.getMetaData().getColumnName(i).toLowerCase(Locale.ROOT);
          if (none.getMetaData().getColumnClassName(i).equals(String.class.getName())
              && !OWN.contains(column)) {
            texts.add(table + "." + column);
          }
        }
      }
    }
    return texts;
  }

  /** The columns of the whole database in which the marker stands. */
  private static Set<String> find(TestDatabase database) {
    return database.transaction(
        em -> {
          try {
            return find(em.unwrap(Connection.class));
          } catch (SQLException e) {
            throw new IllegalStateException(e);
          }
        });
  }

  private static Set<String> find(Connection connection) throws SQLException {
    Set<String> found = new TreeSet<>();
    Set<String> tables = SchemaTables.of(connection);
    // the names of the migrations, under a name that Derby wants in quotes
    tables.remove("flyway_schema_history");
    for (String table : tables) {
      try (var statement = connection.createStatement();
          ResultSet row = statement.executeQuery("select * from " + table)) {
        while (row.next()) {
          for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
            if (Marker.isIn(String.valueOf(row.getObject(i)))) {
              found.add(
                  (table + "." + row.getMetaData().getColumnName(i)).toLowerCase(Locale.ROOT));
            }
          }
        }
      }
    }
    return found;
  }
}
