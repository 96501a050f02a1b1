package de.lokalwillkommen.server.demo;

import de.lokalwillkommen.server.database.rows.Ids;
import de.lokalwillkommen.server.database.rows.Rows;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** Writes the visits of demo days as tickets with their history. */
final class DemoTickets implements AutoCloseable {
  private final Ids ids;
  private final Rows tickets;
  private final Rows events;
  private final Rows lines;

  DemoTickets(Connection connection, Ids ids) throws SQLException {
    this.ids = ids;
    this.tickets =
        new Rows(
            connection,
            "ticket",
            "id, office_id, numbered_by, business_day, series, series_number, origin, "
                + "topic_id, language, issued_at, line_key, status, at_counter, call_seq, "
                + "called_at, recalls, serving_since, ended_at, since, first_visit, "
                + "counts_for_amif, outcome_topics");
    this.events =
        new Rows(
            connection,
            "ticket_event",
            "id, ticket_id, office_id, action, from_status, to_status, happened_at, "
                + "actor, counter_id");
    this.lines =
        new Rows(
            connection,
            "office_line",
            "office_id, business_day, walk_ins, appointments, waiting, calls, version");
  }

  /** Adds a day's visits, in the order in which they came and were called. */
  void add(DemoOffice office, LocalDate day, List<DemoVisit> visits, List<Long> counters)
      throws SQLException {
    int number = 0;
    for (DemoVisit visit : visits) {
      number++;
      long ticket = ids.next();
      Long counter = visit.called() == null ? null : counters.get(visit.counter());
      addTicket(ticket, office, day, number, visit, counter);
      addHistory(ticket, office, visit, counter);
    }
  }

  /**
   * Adds what the applications keep about the line of this day: the numbers issued, the calls made.
   */
  void addLine(DemoOffice office, LocalDate day, List<DemoVisit> visits) throws SQLException {
    int waiting = (int) visits.stream().filter(visit -> visit.called() == null).count();
    lines.add(office.id(), day, visits.size(), 0, waiting, (long) visits.size() - waiting, 1L);
  }

  void insert() throws SQLException {
    tickets.insert();
    events.insert();
    lines.insert();
  }

  private void addTicket(
      long ticket, DemoOffice office, LocalDate day, int number, DemoVisit visit, Long counter)
      throws SQLException {
    tickets.add(
        ticket,
        office.id(),
        office.id(),
        day,
        "A",
        number,
        "WALK_IN",
        visit.topic().id(),
        visit.language(),
        visit.issued(),
        visit.issued(),
        visit.status(),
        counter,
        counter == null ? null : (long) number,
        visit.called(),
        0,
        visit.started(),
        visit.ended(),
        visit.since(),
        visit.isDone() ? number % 3 == 0 : null,
        visit.isDone() ? number % 4 != 0 : null,
        visit.isDone() ? visit.topic().id() : null);
  }

  private void addHistory(long ticket, DemoOffice office, DemoVisit visit, Long counter)
      throws SQLException {
    event(ticket, office, "ISSUE", null, "WAITING", visit.issued(), "KIOSK", null);
    if (visit.called() == null) {
      return;
    }
    event(ticket, office, "CALL", "WAITING", "CALLED", visit.called(), "COUNSELLOR", counter);
    if (visit.started() == null) {
      event(ticket, office, "NO_SHOW", "CALLED", "NO_SHOW", visit.ended(), "COUNSELLOR", counter);
      return;
    }
    event(ticket, office, "START", "CALLED", "SERVING", visit.started(), "COUNSELLOR", counter);
    if (visit.ended() != null) {
      event(ticket, office, "FINISH", "SERVING", "DONE", visit.ended(), "COUNSELLOR", counter);
    }
  }

  private void event(
      long ticket,
      DemoOffice office,
      String action,
      String from,
      String to,
      Instant at,
      String actor,
      Long counter)
      throws SQLException {
    events.add(ids.next(), ticket, office.id(), action, from, to, at, actor, counter);
  }

  @Override
  public void close() throws SQLException {
    try (tickets;
        events;
        lines) {
      // closes all three, even if one fails
    }
  }
}
