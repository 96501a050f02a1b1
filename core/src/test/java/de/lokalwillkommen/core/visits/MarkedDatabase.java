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
import de.lokalwillkommen.core.kernel.LeaseParts;
import de.lokalwillkommen.core.kernel.RecordedEvents;
import de.lokalwillkommen.core.kernel.RequestKey;
import de.lokalwillkommen.core.kernel.TestClock;
import de.lokalwillkommen.core.kernel.TestDatabase;
import de.lokalwillkommen.core.kernel.Transactions;
import de.lokalwillkommen.core.offices.OfficeFixture;
import de.lokalwillkommen.core.retention.ForgettingJob;
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
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A database in which visitors and staff have left the {@linkplain Marker marker} in every text
 * that ends by the schedule of deletion.
 */
public final class MarkedDatabase {

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
          "organisation",
          "organisations",
          "prior_organisations",
          "office_reason",
          "offices",
          "part_of_day",
          // of staff
          "presence",
          "languages",
          "topics",
          "stop_reason",
          "announcement",
          "announced_language",
          "event",
          "author_kind",
          "roles",
          "ended_because",
          "wanted");

  private static final Instant ELEVEN = TEN.plus(Duration.ofHours(1));
  private static final Duration LATER = Duration.ofDays(400);
  private static final long COUNSELLOR = 72;

  private final TestDatabase database;
  private final TestClock clock = new TestClock(TEN);
  private final Leaving leaving;

  public MarkedDatabase(TestDatabase database) {
    this.database = database;
    this.leaving = new Leaving(database, clock);
  }

  /** The address of the database. */
  public String url() {
    return database.url();
  }

  /** People come, book, wait and work, and each text that they leave is the marker. */
  public void fill() {
    BookingDatabase.reset(
        database,
        BookingOffice.hours(DayOfWeek.MONDAY, 11, 15, 4),
        BookingOffice.hours(DayOfWeek.TUESDAY, 11, 15, 4));
    visit();
    work();
    listTexts().stream()
        .map(column -> column.split("\\."))
        .filter(column -> tables(ofVisitors()).contains(column[0]))
        .forEach(column -> mark(column[0], column[1]));
  }

  /** Does all jobs on each day of 33, and after another year. */
  public void runOn() {
    // the longest wish on the waitlist is 28 days, and its row stays for 48 hours
    for (int day = 0; day < 33; day++) {
      clock.passes(Duration.ofDays(1));
      leaving.everything();
    }
    clock.passes(Duration.ofDays(365));
    leaving.everything();
  }

  /** What the first round of a server does that begins with a restored copy a year later. */
  public void beginIn(Transactions copy) {
    clock.passes(LATER);
    for (ForgettingJob job : ForgettingJob.values()) {
      boolean taken =
          copy.transaction(em -> LeaseParts.of(em, clock).take(job.lease(), job.every()));
      assertThat(taken).as("the lease of " + job).isTrue();
    }
    new Leaving(copy, clock).everything();
  }

  /** Another server holds all leases at the time at which {@link #beginIn} begins. */
  public void holdLeases() {
    database.execute(List.of("delete from lease"));
    clock.passes(LATER);
    for (ForgettingJob job : ForgettingJob.values()) {
      database.transaction(em -> LeaseParts.of(em, clock).take(job.lease(), job.every()));
    }
    clock.passes(LATER.negated());
  }

  /** The tables of what ends that have rows in a copy. */
  public Set<String> listFull(Transactions copy) {
    Leaving there = new Leaving(copy, clock);
    return tables(thatEnd()).stream()
        .filter(table -> !there.rows("select count(*) from " + table).equals(List.of("0")))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  List<String> rows(String query) {
    return leaving.rows(query);
  }

  private static Stream<Retention> ofVisitors() {
    return Stream.of(Retention.TICKETS, Retention.APPOINTMENTS, Retention.WAITLIST);
  }

  /** What a job deletes. */
  static Stream<Retention> thatEnd() {
    return Arrays.stream(Retention.values()).filter(kept -> kept.job().isPresent());
  }

  static Set<String> tables(Stream<Retention> kept) {
    return kept.flatMap(part -> part.tables().stream())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** Walks in, checks in, books and misses, books and cancels, waits and is offered a place. */
  private void visit() {
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

  /** A note, an announcement, an information at the door, a correction, a sign-in, a device. */
  private void work() {
    database.execute(
        Stream.of(
                "delete from sign_in where counsellor_id = COUNSELLOR",
                "delete from counsellor where id = COUNSELLOR",
                "delete from device_pairing",
                "insert into counsellor (id, login, display_name, roles, languages, topics)"
                    + " values (COUNSELLOR, 'c72', 'C', 'COUNSELLOR', 'de', '')",
                "insert into colleague_note (ticket_id, note) select min(id), WORD from ticket",
                "insert into ticket_act (event_id, ticket_id, office_id, counsellor_id, acted_at)"
                    + " select max(id), max(id), 'hoerde', COUNSELLOR, NOW from ticket",
                "insert into office_day (id, office_id, business_day, version, announcement)"
                    + " values (1, 'hoerde', '2026-11-23', 1, 'OWN')",
                "insert into office_day_text (office_day_id, language, words)"
                    + " values (1, 'de', WORD)",
                "insert into enquiry (id, office_id, business_day, topic_id, language,"
                    + " request_key, counted_at)"
                    + " values (7, 'hoerde', '2026-11-23', 'housing', 'ar', WORD, NOW)",
                "insert into counter_shift (id, office_id, counter_id, counsellor_id, presence,"
                    + " languages, topics, began_at, ended_at)"
                    + " values (1, 'hoerde', 101, COUNSELLOR, 'AVAILABLE', 'de', '', NOW, NOW)",
                "insert into webhook_delivery (id, webhook_id, message_id, event, body, status,"
                    + " attempts, created_at, next_attempt_at, answer)"
                    + " values (1, 1, WORD, 'ticket.called', WORD, 'DELIVERED', 1, NOW, NOW, WORD)",
                "insert into history_entry (id, changed_at, office_id, author_kind, person_id,"
                    + " roles, kind, subject_key, action, before_change, after_change)"
                    + " values (1, NOW, 'hoerde', 'STAFF', COUNSELLOR, 'COUNSELLOR', 'ticket', WORD,"
                    + " 'CORRECT', WORD, WORD)",
                "insert into sign_in (id, token_hash, csrf, counsellor_id, signed_in_at,"
                    + " last_seen_at, last_used_at, expires_at)"
                    + " values (1, WORD, WORD, COUNSELLOR, NOW, NOW, NOW, NOW)",
                "insert into provider_session (token_hash, counsellor_id, session_hash,"
                    + " sealed_id_token) values (WORD, COUNSELLOR, WORD, WORD)",
                "insert into device_pairing (id, secret_hash, code_hash, token_hash, wanted,"
                    + " source, expires_at) values (1, WORD, WORD, WORD, 'KIOSK', WORD, NOW)")
            .map(MarkedDatabase::complete)
            .toList());
  }

  private static String complete(String statement) {
    return statement
        .replaceAll("\\bCOUNSELLOR\\b(?!')", String.valueOf(COUNSELLOR))
        .replaceAll("\\bWORD\\b", "'" + Marker.WORD + "'")
        .replaceAll("\\bNOW\\b", "cast('2026-11-23 09:30:00' as timestamp)");
  }

  /** A column of one value for all rows would break its unique key, so each gets its number. */
  private void mark(String table, String column) {
    read(
        connection -> {
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
                      .formatted(
                          table, column, Marker.WORD, Character.toString('a' + i), ids.get(i)));
            }
          }
          return ids;
        });
  }

  /** The columns into which the words of a person could get and which a job ends. */
  public Set<String> listTexts() {
    return listTexts(tables(thatEnd())).stream()
        .filter(text -> !OWN.contains(text.split("\\.")[1]))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** All columns of some tables that hold texts. */
  Set<String> listTexts(Collection<String> tables) {
    return read(
        connection -> {
          Set<String> texts = new TreeSet<>();
          for (String table : tables) {
            try (var statement = connection.createStatement();
                ResultSet none =
                    statement.executeQuery("select * from " + table + " where 1 = 0")) {
              for (int i = 1; i <= none.getMetaData().getColumnCount(); i++) {
                if (none.getMetaData().getColumnClassName(i).equals(String.class.getName())) {
                  String column = none.getMetaData().getColumnName(i).toLowerCase(Locale.ROOT);
                  texts.add(table + "." + column);
                }
              }
            }
          }
          return texts;
        });
  }

  /** The columns of the whole database in which the marker stands. */
  public Set<String> find() {
    return read(MarkedDatabase::find);
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

  private interface Reading<T> {
    T with(Connection connection) throws SQLException;
  }

  private <T> T read(Reading<T> reading) {
    return database.transaction(
        em -> {
          try {
            return reading.with(em.unwrap(Connection.class));
          } catch (SQLException e) {
            throw new IllegalStateException(e);
          }
        });
  }
}
