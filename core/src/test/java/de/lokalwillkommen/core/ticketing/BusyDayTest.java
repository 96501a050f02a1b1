package de.lokalwillkommen.core.ticketing;

import static org.assertj.core.api.Assertions.assertThat;

import de.lokalwillkommen.core.kernel.RowsVisited;
import de.lokalwillkommen.core.kernel.TestDatabase;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** On a day with many tickets Derby reads only the rows that are needed. */
class BusyDayTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
  private static final int TICKETS = 1500;
  private static final int FEW = 30;
  private static final int QUIET_DAYS = 40;
  private static final int AT_ONCE = 100;
  private static final String INSERT =
      "insert into ticket (id, office_id, numbered_by, business_day, series, series_number,"
          + " origin, topic_id, language, issued_at, line_key, status, call_seq, called_at,"
          + " recalls, back_at, since) values ";

  /** Today's tickets, after some weeks of quieter days. */
  private static void fill() {
    TicketingDatabase.reset(TestDatabase.DERBY);
    List<String> rows = new ArrayList<>();
    for (int day = 1; day <= QUIET_DAYS; day++) {
      for (int number = 1; number <= FEW; number++) {
        rows.add(row(TICKETS + day * FEW + number, TODAY.minusDays(day), number, "DONE"));
      }
    }
    for (int number = 1; number <= TICKETS; number++) {
      String status = number == TICKETS ? "PARKED" : number > TICKETS - 5 ? "CALLED" : "DONE";
      rows.add(row(number, TODAY, number, status));
    }
    List<String> statements = new ArrayList<>();
    for (int from = 0; from < rows.size(); from += AT_ONCE) {
      List<String> some = rows.subList(from, Math.min(rows.size(), from + AT_ONCE));
      statements.add(INSERT + String.join(",", some));
    }
    statements.add("call syscs_util.syscs_update_statistics('APP','TICKET',null)");
    TestDatabase.DERBY.execute(statements);
  }

  private static String row(int id, LocalDate day, int number, String status) {
    return "(%1$s,'hoerde','hoerde','%2$s','A',%3$s,'WALK_IN','letters','de','%2$s 08:00:00',"
            .formatted(id, day, number)
        + "'%1$s 08:00:00','%2$s',%3$s,'%1$s 08:30:00',0,'%1$s 09:00:00','%1$s 08:30:00')"
            .formatted(day, status, number);
  }

  private static int visited(Consumer<Tickets> work) {
    return RowsVisited.byLastStatementOf(em -> work.accept(TicketingDatabase.tickets(em)));
  }

  @Test
  void parkedAndCalledTicketsAreFoundWithoutReadingTheDay() {
    fill();
    Instant now = Instant.parse("2026-11-23T10:00:00Z");

    assertThat(visited(tickets -> assertThat(tickets.listDueBack("hoerde", TODAY, now)).hasSize(1)))
        .isLessThan(FEW);
    assertThat(
            visited(
                tickets ->
                    assertThat(
                            tickets.listByStatus(
                                "hoerde", TODAY, EnumSet.of(TicketStatus.CALLED), 200))
                        .hasSize(4)))
        .isLessThan(FEW);
    assertThat(visited(tickets -> tickets.listWaiting("hoerde", TODAY, 0, 50))).isLessThan(FEW);
  }
}
