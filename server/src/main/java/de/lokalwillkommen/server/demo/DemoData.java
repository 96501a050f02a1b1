package de.lokalwillkommen.server.demo;

import de.lokalwillkommen.server.database.rows.Ids;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;

/**
 * Fills an empty database with demo data: offices, people, two past weeks and a day in progress.
 * The data is plausible, but contains no real people.
 */
public final class DemoData {
  private static final int PAST_DAYS = 14;

  private final Instant now;
  private final String passwordHash;

  public DemoData(Clock clock, String passwordHash) {
    this.now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
    this.passwordHash = passwordHash;
  }

  public void insertInto(Connection connection) throws SQLException {
    Ids ids = new Ids(connection);
    Map<DemoOffice, List<Long>> counters = new DemoPlaces(connection, ids).insert();
    Map<DemoOffice, List<Long>> people = new DemoPeople(connection, ids, passwordHash).insert();
    try (DemoShifts shifts = new DemoShifts(connection, ids);
        DemoTickets tickets = new DemoTickets(connection, ids);
        DemoBookings bookings = new DemoBookings(connection, ids, now);
        DemoLeadTimes leadTimes =
            new DemoLeadTimes(connection, LocalDate.ofInstant(now, DemoPlaces.ZONE))) {
      for (DemoOffice office : DemoOffice.ALL) {
        bookings.add(office);
        leadTimes.add(office);
        shifts.add(office, counters.get(office), people.get(office), now);
        add(tickets, office, counters.get(office));
      }
      shifts.insert();
      tickets.insert();
      bookings.insert();
      leadTimes.insert();
    }
  }

  private void add(DemoTickets tickets, DemoOffice office, List<Long> counters)
      throws SQLException {
    LocalDate today = LocalDate.ofInstant(now, DemoPlaces.ZONE);
    if (office.outpost()) {
      tickets.addLine(office, today, List.of());
      return;
    }
    for (LocalDate day = today.minusDays(PAST_DAYS); day.isBefore(today); day = day.plusDays(1)) {
      if (day.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) < 0) {
        tickets.add(office, day, DemoDay.past(office, day), counters);
      }
    }
    List<DemoVisit> visits = DemoDay.today(office, now);
    tickets.add(office, today, visits, counters);
    tickets.addLine(office, today, visits);
  }
}
