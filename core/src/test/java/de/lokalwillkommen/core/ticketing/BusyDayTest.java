package de.lokalwillkommen.core.ticketing;

import static org.assertj.core.api.Assertions.assertThat;

import de.lokalwillkommen.core.kernel.TestDatabase;
import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** On a day of many tickets Derby reads for the few that matter no more than those. */
class BusyDayTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
  private static final int TICKETS = 1500;
  private static final int FEW = 30;
  private static final Pattern VISITED = Pattern.compile("Number of rows visited=(\\d+)");

  private static void fill() {
    TicketingDatabase.reset(TestDatabase.DERBY);
    TestDatabase.DERBY.execute(
        IntStream.rangeClosed(1, TICKETS).mapToObj(BusyDayTest::row).toList());
    TestDatabase.DERBY.execute(
        List.of("call syscs_util.syscs_update_statistics('APP','TICKET',null)"));
  }

  private static String row(int number) {
    String status = number == TICKETS ? "PARKED" : number > TICKETS - 5 ? "CALLED" : "DONE";
    return "insert into ticket (id, office_id, numbered_by, business_day, series, series_number,"
        + " origin, topic_id, language, issued_at, line_key, status, call_seq, called_at, recalls,"
        + " back_at, since) values ("
        + number
        + ",'hoerde','hoerde','2026-11-23','A',"
        + number
        + ",'WALK_IN','letters','de','2026-11-23 08:00:00','2026-11-23 08:00:00','"
        + status
        + "',"
        + number
        + ",'2026-11-23 08:30:00',0,'2026-11-23 09:00:00','2026-11-23 08:30:00')";
  }

  /** How many rows of tables and indexes the last statement of some work has read. */
  private static int visited(Consumer<Tickets> work) {
    return TestDatabase.DERBY.transaction(
        em -> {
          statistics(em, "call syscs_util.syscs_set_runtimestatistics(1)");
          work.accept(TicketingDatabase.tickets(em));
          String plan = statistics(em, "values syscs_util.syscs_get_runtimestatistics()");
          statistics(em, "call syscs_util.syscs_set_runtimestatistics(0)");
          Matcher rows = VISITED.matcher(plan);
          int sum = 0;
          while (rows.find()) {
            sum += Integer.parseInt(rows.group(1));
          }
          assertThat(sum).as(plan).isPositive();
          return sum;
        });
  }

  private static String statistics(EntityManager em, String sql) {
    try (Statement statement = em.unwrap(Connection.class).createStatement()) {
      if (!statement.execute(sql)) {
        return "";
      }
      try (ResultSet result = statement.getResultSet()) {
        result.next();
        return result.getString(1);
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void whoIsParkedAndWhoIsCalledIsFoundWithoutReadingTheDay() {
    fill();
    Instant now = Instant.parse("2026-11-23T10:00:00Z");

    assertThat(visited(tickets -> assertThat(tickets.listDueBack("hoerde", TODAY, now)).hasSize(1)))
        .isLessThan(FEW);
    assertThat(
            visited(
                tickets ->
                    assertThat(
                            tickets.listByStatus(
                                "hoerde",
                                TODAY,
                                EnumSet.of(TicketStatus.CALLED, TicketStatus.SERVING),
                                200))
                        .hasSize(4)))
        .isLessThan(FEW);
    assertThat(visited(tickets -> tickets.listWaiting("hoerde", TODAY, 0, 50))).isLessThan(FEW);
  }
}
