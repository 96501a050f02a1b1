package de.lokalwillkommen.server.archive;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Calendar;
import java.util.List;

/** The rules that the rows of a database fulfil, whatever has happened; checking changes none. */
public final class Rules {
  private static final Duration CELL = Duration.ofMinutes(5);

  /**
   * A ticket's number is one more than that of the ticket before, from 1 on each day. The numbers
   * of deleted tickets are known by their count, which is that of the visits that remain of them.
   */
  private static final String GAPS =
      """
      select count(*) from (
        select 1 as broken from (
          select numbered_by, business_day, series, count(*), max(series_number), 0, 0
          from ticket group by numbered_by, business_day, series
          union all
          select numbered_by, business_day, series, 0, 0, count(*), 0
          from visit group by numbered_by, business_day, series
          union all
          select office_id, business_day, series, gone, highest, 0, gone from numbers_gone
        ) parts (numbered_by, business_day, series, numbers, highest, visits, gone)
        group by numbered_by, business_day, series
        having max(highest) <> sum(numbers) or sum(visits) <> sum(gone)) gaps
      """;

  /** By time and not by identifier: servers of a cluster allocate identifiers in blocks. */
  private static final String STATUSES =
      """
      select count(*) from ticket t where not exists (
        select 1 from ticket_event e where e.ticket_id = t.id and e.to_status = t.status
          and not exists (
            select 1 from ticket_event l
            where l.ticket_id = t.id and l.happened_at > e.happened_at))
      """;

  /**
   * The last event of a ticket says what the ticket says: events of older versions, which have no
   * number of persons, are left out.
   */
  private static final String STATED =
      """
      select count(*) from ticket t where exists (
        select 1 from ticket_event n where n.ticket_id = t.id and n.persons is not null
          and not exists (
            select 1 from ticket_event l
            where l.ticket_id = t.id and l.happened_at > n.happened_at))
      and not exists (
        select 1 from ticket_event e where e.ticket_id = t.id and e.persons = t.persons
          and coalesce(e.organisations, '') = coalesce(t.organisations, '')
          and coalesce(e.first_visit, false) = coalesce(t.first_visit, false)
          and coalesce(e.counts_for_amif, false) = coalesce(t.counts_for_amif, false)
          and coalesce(e.referral, '') = coalesce(t.referral, '')
          and coalesce(e.outcome_topics, '') = coalesce(t.outcome_topics, '')
          and not exists (
            select 1 from ticket_event l
            where l.ticket_id = t.id and l.happened_at > e.happened_at))
      """;

  private static final String STRAY_CLAIMS =
      """
      select count(*) from slot_claim c join appointment a on a.id = c.appointment_id
      where c.availability_id <> a.availability_id or c.desk <> a.desk
        or c.cell_at < a.starts_at or c.cell_at >= a.ends_at
        or a.status in ('CANCELLED', 'LAPSED')
      """;

  private static final String CLAIMS =
      """
      select a.starts_at, a.ends_at, count(c.id)
      from appointment a left join slot_claim c on c.appointment_id = a.id
      where a.status not in ('CANCELLED', 'LAPSED')
      group by a.id, a.starts_at, a.ends_at
      """;

  private final Connection connection;

  /**
   * @param connection sees one state of the database
   */
  public Rules(Connection connection) {
    this.connection = connection;
  }

  /**
   * The result of a rule.
   *
   * @param broken how many rows, groups or references break it
   */
  public record Result(String rule, long broken) {
    public boolean isKept() {
      return broken == 0;
    }

    @Override
    public String toString() {
      return isKept() ? "ok: " + rule : "BROKEN: " + rule + " (" + broken + ")";
    }
  }

  /**
   * Checks all rules, or the first alone where the others do not fit the schema.
   *
   * @param schema the schema version of this release
   */
  public List<Result> check(int schema) throws SQLException {
    int present = SchemaVersion.of(connection);
    List<Result> results = new ArrayList<>();
    String versions = "schema version " + present + ", this release has " + schema;
    results.add(new Result(versions, present == schema ? 0 : 1));
    if (present == schema) {
      addRows(results);
    }
    return results;
  }

  private void addRows(List<Result> results) throws SQLException {
    results.add(new Result("each reference leads to a row", lostReferences()));
    results.add(
        new Result("numbers of tickets have no gap in an office, day and series", count(GAPS)));
    results.add(new Result("each ticket has the status of its last event", count(STATUSES)));
    results.add(
        new Result(
            "each ticket has the persons, organisations and outcome of its last event",
            count(STATED)));
    results.add(
        new Result("each claim lies within an appointment that is kept", count(STRAY_CLAIMS)));
    results.add(
        new Result("each appointment claims all five minutes of its slot", missingClaims()));
  }

  private long lostReferences() throws SQLException {
    long lost = 0;
    for (Table table : Table.of(connection)) {
      for (Reference reference : table.references()) {
        lost += count(reference.selectLost(table.name()));
      }
    }
    return lost;
  }

  private long missingClaims() throws SQLException {
    long broken = 0;
    Calendar utc = Kind.utc();
    try (var statement = connection.createStatement();
        ResultSet row = statement.executeQuery(CLAIMS)) {
      while (row.next()) {
        Instant start = row.getTimestamp(1, utc).toInstant();
        Instant end = row.getTimestamp(2, utc).toInstant();
        broken += CELL.multipliedBy(row.getLong(3)).equals(Duration.between(start, end)) ? 0 : 1;
      }
    }
    return broken;
  }

  private long count(String sql) throws SQLException {
    try (var statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      row.next();
      return row.getLong(1);
    }
  }
}
