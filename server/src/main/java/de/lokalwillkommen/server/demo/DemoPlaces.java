package de.lokalwillkommen.server.demo;

import de.lokalwillkommen.server.database.rows.Ids;
import de.lokalwillkommen.server.database.rows.Rows;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The offices of the demo with their hours, counters and topics. */
public final class DemoPlaces {
  public static final ZoneId ZONE = ZoneId.of("Europe/Berlin");

  private static final LocalDate A_MONDAY = LocalDate.of(2024, 1, 1);
  private static final int HOUR = 60;
  private static final int DAY = 24 * HOUR;

  private final Connection connection;
  private final Ids ids;

  public DemoPlaces(Connection connection, Ids ids) {
    this.connection = connection;
    this.ids = ids;
  }

  /** Inserts them and returns the ids of each office's counters, in the order of their labels. */
  public Map<DemoOffice, List<Long>> insert() throws SQLException {
    insertOffices();
    insertOpeningRules();
    insertTopics();
    return insertCounters();
  }

  private void insertOffices() throws SQLException {
    try (Rows offices =
        new Rows(
            connection,
            "office",
            "id, name, zone, credit_minutes, late_after_minutes, recall_limit, "
                + "waiting_limit, last_ticket_minutes, publishes_estimate, outpost, position, "
                + "address")) {
      int position = 0;
      for (DemoOffice office : DemoOffice.ALL) {
        int lastTicketMinutes = office.outpost() ? 15 : 0;
        offices.add(
            office.id(),
            office.name(),
            ZONE.getId(),
            20,
            15,
            3,
            null,
            lastTicketMinutes,
            true,
            office.outpost(),
            ++position,
            office.address());
      }
      offices.insert();
    }
  }

  private void insertOpeningRules() throws SQLException {
    try (Rows rules =
        new Rows(
            connection,
            "opening_rule",
            "id, office_id, weekday, opens_minute, closes_minute, every_weeks, anchor")) {
      for (DemoOffice office : DemoOffice.ALL) {
        if (office.outpost()) {
          int tuesday = DayOfWeek.TUESDAY.getValue();
          rules.add(ids.next(), office.id(), tuesday, 10 * HOUR, 12 * HOUR, 2, A_MONDAY);
        } else {
          for (DayOfWeek day : DayOfWeek.values()) {
            rules.add(ids.next(), office.id(), day.getValue(), 0, DAY, 1, A_MONDAY);
          }
        }
      }
      rules.insert();
    }
  }

  private void insertTopics() throws SQLException {
    try (Rows topics =
            new Rows(
                connection,
                "topic",
                "id, pictogram, audience, usual_minutes, walk_in, bookable, position");
        Rows offered = new Rows(connection, "office_topic", "office_id, topic_id")) {
      int position = 0;
      for (DemoTopic topic : DemoTopic.ALL) {
        topics.add(
            topic.id(),
            topic.pictogram(),
            topic.audience(),
            topic.usualMinutes(),
            true,
            true,
            ++position);
        for (DemoOffice office : DemoOffice.ALL) {
          offered.add(office.id(), topic.id());
        }
      }
      topics.insert();
      offered.insert();
    }
  }

  private Map<DemoOffice, List<Long>> insertCounters() throws SQLException {
    Map<DemoOffice, List<Long>> inserted = new HashMap<>();
    try (Rows counters = new Rows(connection, "counter", "id, office_id, label, name")) {
      for (DemoOffice office : DemoOffice.ALL) {
        List<Long> here = new ArrayList<>();
        for (String label : office.counters()) {
          here.add(ids.next());
          counters.add(here.get(here.size() - 1), office.id(), label, "Raum " + label);
        }
        inserted.put(office, here);
      }
      counters.insert();
    }
    return inserted;
  }
}
