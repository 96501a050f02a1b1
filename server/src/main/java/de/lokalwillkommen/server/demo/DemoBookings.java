package de.lokalwillkommen.server.demo;

import de.lokalwillkommen.server.database.rows.Ids;
import de.lokalwillkommen.server.database.rows.Rows;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Random;

/**
 * Hours for appointments, round the clock, so that a slot can be booked and checked in at any time,
 * and a fortnight of appointments in them. Every office has three desks: one that is open to all,
 * one that opens two days ahead, one for staff.
 */
final class DemoBookings implements AutoCloseable {

  private static final int SLOT_MINUTES = 30;
  private static final int CELL_MINUTES = 5;
  private static final int DAYS = 14;
  private static final int PUBLIC_DESK = 1;
  private static final int LATE_DESK = 2;
  private static final LocalTime FIRST = LocalTime.of(8, 30);
  private static final LocalTime LAST = LocalTime.of(16, 0);
  private static final String ALPHABET = "23456789ABCDEFGHJKMNPQRSTVWXYZ";
  private static final List<String> LANGUAGES =
      List.of("de", "de", "ar", "uk", "tr", "en", "ar", "fa", "bg", "ro");

  private final Ids ids;
  private final Instant now;
  private final Rows rules;
  private final Rows books;
  private final Rows appointments;
  private final Rows claims;
  private final Rows events;

  DemoBookings(Connection connection, Ids ids, Instant now) throws SQLException {
    this.ids = ids;
    this.now = now;
    this.rules =
        new Rows(
            connection,
            "availability",
            "id, office_id, weekday, from_minute, until_minute, every_weeks, anchor, "
                + "valid_from, slot_minutes, desks, internal_desks, late_desks, topics, "
                + "languages");
    this.books = new Rows(connection, "appointment_book", "office_id, version");
    this.appointments =
        new Rows(
            connection,
            "appointment",
            "id, code, office_id, topic_id, language, availability_id, desk, starts_at, "
                + "ends_at, status, channel, requested_at, moves, since");
    this.claims =
        new Rows(connection, "slot_claim", "id, availability_id, desk, cell_at, appointment_id");
    this.events =
        new Rows(
            connection,
            "appointment_event",
            "id, appointment_id, office_id, action, from_status, to_status, happened_at, "
                + "actor, starts_at, requested_at");
  }

  /** Adds the hours and appointments of an office. */
  void add(DemoOffice office) throws SQLException {
    books.add(office.id(), 0L);
    if (office.outpost()) {
      rule(office, DayOfWeek.TUESDAY, 10 * 60, 12 * 60, 2, 1);
      return;
    }
    long[] ruleOf = new long[DayOfWeek.values().length + 1];
    for (DayOfWeek day : DayOfWeek.values()) {
      ruleOf[day.getValue()] = rule(office, day, 0, 24 * 60, 1, 3);
    }
    Random random = new Random(office.id().hashCode());
    LocalDate today = LocalDate.ofInstant(now, DemoPlaces.ZONE);
    for (LocalDate day = today; day.isBefore(today.plusDays(DAYS)); day = day.plusDays(1)) {
      if (day.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) < 0) {
        fill(office, ruleOf[day.getDayOfWeek().getValue()], day, random);
      }
    }
  }

  private long rule(
      DemoOffice office, DayOfWeek day, int from, int until, int everyWeeks, int desks)
      throws SQLException {
    long id = ids.next();
    int shared = desks > 1 ? 1 : 0;
    LocalDate anchor = LocalDate.of(2024, 1, 1);
    rules.add(
        id,
        office.id(),
        day.getValue(),
        from,
        until,
        everyWeeks,
        anchor,
        anchor,
        SLOT_MINUTES,
        desks,
        shared,
        shared,
        "",
        "");
    return id;
  }

  /** The nearer the day, the fuller it is; the desk that opens late fills up last. */
  private void fill(DemoOffice office, long rule, LocalDate day, Random random)
      throws SQLException {
    long ahead = Duration.between(now, at(day, FIRST)).toDays();
    int publicShare = Math.max(92 - 4 * (int) ahead, 30);
    for (int desk = PUBLIC_DESK; desk <= LATE_DESK; desk++) {
      int share = desk == PUBLIC_DESK ? publicShare : ahead < 2 ? 55 : 0;
      for (LocalTime time = FIRST; !time.isAfter(LAST); ) {
        DemoTopic topic = DemoTopic.ALL.get(random.nextInt(DemoTopic.ALL.size()));
        int slots = (topic.usualMinutes() + SLOT_MINUTES - 1) / SLOT_MINUTES;
        Instant start = at(day, time);
        if (random.nextInt(100) < share && start.isAfter(now)) {
          book(office, rule, desk, topic, start, slots, random);
        }
        time = time.plusMinutes((long) slots * SLOT_MINUTES);
      }
    }
  }

  private void book(
      DemoOffice office,
      long rule,
      int desk,
      DemoTopic topic,
      Instant start,
      int slots,
      Random random)
      throws SQLException {
    long id = ids.next();
    Instant end = start.plus(Duration.ofMinutes((long) slots * SLOT_MINUTES));
    Instant requested = now.minus(Duration.ofMinutes(60 + random.nextInt(3 * 24 * 60)));
    String language = LANGUAGES.get(random.nextInt(LANGUAGES.size()));
    String channel = random.nextInt(3) == 0 ? "OUTSIDE" : "KIOSK";
    appointments.add(
        id,
        code(random),
        office.id(),
        topic.id(),
        language,
        rule,
        desk,
        start,
        end,
        "BOOKED",
        channel,
        requested,
        0,
        requested);
    claim(rule, desk, start, end, id);
    addEvent(id, office, requested, channel, start);
  }

  private void addEvent(
      long appointment, DemoOffice office, Instant requested, String channel, Instant start)
      throws SQLException {
    events.add(
        ids.next(),
        appointment,
        office.id(),
        "BOOK",
        "HELD",
        "BOOKED",
        requested,
        "KIOSK".equals(channel) ? "KIOSK" : "VISITOR",
        start,
        requested);
  }

  private void claim(long rule, int desk, Instant start, Instant end, long appointment)
      throws SQLException {
    for (Instant cell = start;
        cell.isBefore(end);
        cell = cell.plus(Duration.ofMinutes(CELL_MINUTES))) {
      claims.add(ids.next(), rule, desk, cell, appointment);
    }
  }

  private static String code(Random random) {
    StringBuilder code = new StringBuilder();
    random.ints(8, 0, ALPHABET.length()).mapToObj(ALPHABET::charAt).forEach(code::append);
    return code.toString();
  }

  private static Instant at(LocalDate day, LocalTime time) {
    return day.atTime(time).atZone(DemoPlaces.ZONE).toInstant();
  }

  void insert() throws SQLException {
    rules.insert();
    books.insert();
    appointments.insert();
    claims.insert();
    events.insert();
  }

  @Override
  public void close() throws SQLException {
    rules.close();
    books.close();
    appointments.close();
    claims.close();
    events.close();
  }
}
