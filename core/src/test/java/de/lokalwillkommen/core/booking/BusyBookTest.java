package de.lokalwillkommen.core.booking;

import static de.lokalwillkommen.core.booking.BookingOffice.hours;
import static org.assertj.core.api.Assertions.assertThat;

import de.lokalwillkommen.core.kernel.RowsVisited;
import de.lokalwillkommen.core.kernel.TestDatabase;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * With many appointments Derby reads only the rows that are needed, even if its statistics were
 * made when all appointments had the same status.
 */
class BusyBookTest {

  private static final int BOOKED = 2000;
  private static final int AT_ONCE = 100;
  private static final int FEW = 20;
  private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");
  private static final String INSERT =
      "insert into appointment (id, code, office_id, topic_id, language, availability_id, desk,"
          + " starts_at, ends_at, status, channel, requested_at, held_until, moves, since) values ";

  /** Two offices with the same number of appointments, one of which is held. */
  private static void fill() {
    BookingDatabase.reset(TestDatabase.DERBY, hours(DayOfWeek.MONDAY, 9, 12, 1));
    long availability =
        TestDatabase.DERBY.transaction(
            em -> em.createQuery("select a.id from Availability a", Long.class).getSingleResult());
    List<String> rows = new ArrayList<>();
    for (int number = 0; number < BOOKED; number++) {
      rows.add(row(number, availability, "BOOKED", "null"));
    }
    List<String> statements = new ArrayList<>();
    for (int from = 0; from < rows.size(); from += AT_ONCE) {
      statements.add(INSERT + String.join(",", rows.subList(from, from + AT_ONCE)));
    }
    statements.add("call syscs_util.syscs_update_statistics('APP','APPOINTMENT',null)");
    statements.add(INSERT + row(BOOKED, availability, "HELD", "'2026-11-23 09:59:00'"));
    TestDatabase.DERBY.execute(statements);
  }

  private static String row(int number, long availability, String status, String heldUntil) {
    Instant start = NOW.plus(Duration.ofMinutes(5L * number));
    return "(%d,'C%05d','%s','letters','de',%d,1,'%s','%s','%s','KIOSK','%s',%s,0,'%s')"
        .formatted(
            number,
            number,
            number % 2 == 0 ? "hoerde" : "eving",
            availability,
            sql(start),
            sql(start.plus(Duration.ofMinutes(5))),
            status,
            sql(NOW),
            heldUntil,
            sql(NOW));
  }

  private static String sql(Instant instant) {
    return instant.toString().replace('T', ' ').replace("Z", "");
  }

  @Test
  void heldAppointmentsAreFoundWithoutReadingTheBookedOnes() {
    fill();

    assertThat(
            RowsVisited.byLastStatementOf(
                em -> assertThat(new JpaAppointments(em).countHeld("hoerde")).isEqualTo(1)))
        .isLessThan(FEW);
    assertThat(
            RowsVisited.byLastStatementOf(
                em ->
                    assertThat(new JpaAppointments(em).listHeldNoLonger("hoerde", NOW)).hasSize(1)))
        .isLessThan(FEW);
  }
}
