package de.lokalwillkommen.server.demo;

import de.lokalwillkommen.server.database.rows.Rows;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Random;

/**
 * The lead times of the last three months: some three weeks at the beginning, a few days now, with
 * better and worse days.
 */
final class DemoLeadTimes implements AutoCloseable {

  private static final int DAYS = 90;
  private static final int MINUTES_OF_A_DAY = 24 * 60;
  private static final double BEFORE = 20;
  private static final double NOW = 3;

  private final LocalDate today;
  private final Rows figures;

  DemoLeadTimes(Connection connection, LocalDate today) throws SQLException {
    this.today = today;
    this.figures =
        new Rows(
            connection,
            "lead_time",
            "office_id, on_day, bookings, median_minutes, p90_minutes, third_next_minutes");
  }

  /** Adds the days of an office until yesterday; today's are measured. */
  void add(DemoOffice office) throws SQLException {
    if (office.outpost()) {
      return;
    }
    Random random = new Random(office.id().hashCode());
    double best = NOW + 2 * random.nextDouble();
    for (int ago = DAYS; ago > 0; ago--) {
      LocalDate day = today.minusDays(ago);
      if (day.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) < 0) {
        // the remaining lead time is halved every three weeks
        double median = best + (BEFORE - best) * Math.pow(0.5, (DAYS - ago) / 21.0);
        double lead = median * (0.85 + 0.3 * random.nextDouble());
        figures.add(
            office.id(),
            day,
            6 + random.nextInt(14),
            minutes(lead),
            minutes(lead * 1.3 + 2 + 2 * random.nextDouble()),
            minutes((lead - best) * 0.8 + 1 + random.nextDouble()));
      }
    }
  }

  private static int minutes(double days) {
    return (int) Math.round(days * MINUTES_OF_A_DAY);
  }

  void insert() throws SQLException {
    figures.insert();
  }

  @Override
  public void close() throws SQLException {
    figures.close();
  }
}
