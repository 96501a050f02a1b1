package de.lokalwillkommen.server.demo;

import de.lokalwillkommen.server.database.rows.Ids;
import de.lokalwillkommen.server.database.rows.Rows;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

/**
 * The shifts at the beginning of the demo: at every counter but the first, which is left to the
 * person who tries the demo. These counsellors have a shift but no sign-in, so that a person who
 * signs in at their counter takes their place.
 */
final class DemoShifts implements AutoCloseable {
  private final Ids ids;
  private final Rows shifts;

  DemoShifts(Connection connection, Ids ids) throws SQLException {
    this.ids = ids;
    this.shifts =
        new Rows(
            connection,
            "counter_shift",
            "id, office_id, counter_id, counsellor_id, presence, languages, topics, " + "began_at");
  }

  /** Adds the shifts of an office; its counters and counsellors come in the same order. */
  void add(DemoOffice office, List<Long> counters, List<Long> counsellors, Instant begin)
      throws SQLException {
    for (int place = 1; place < counters.size(); place++) {
      shifts.add(
          ids.next(),
          office.id(),
          counters.get(place),
          counsellors.get(place),
          "AVAILABLE",
          DemoPeople.LANGUAGES.get(place),
          "",
          begin);
    }
  }

  void insert() throws SQLException {
    shifts.insert();
  }

  @Override
  public void close() throws SQLException {
    shifts.close();
  }
}
