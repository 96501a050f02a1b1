package de.lokalwillkommen.server.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import jakarta.json.JsonObject;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Many kiosks and counters at once, on a server of their own, and a kill of that server. The
 * property {@code load.tickets} says how many tickets they take.
 */
@Tag("alone")
class UnderLoadIT {

  private static final int TICKETS = Integer.getInteger("load.tickets", 3_000);
  private static final int CLIENTS = 64;
  private static final int COUNTERS = 16;
  private static final int COUNTERS_BESIDE_BOOKING = 7;
  private static final int KIOSKS = 16;

  private static int valueOf(String number) {
    return Integer.parseInt(number.substring(1));
  }

  private static Map<String, Integer> lastNumbers(Api api) {
    return Workload.OFFICES.stream()
        .collect(
            Collectors.toMap(
                o -> o,
                o -> {
                  JsonObject ticket = api.takeTicket(o, "letters", "de").json();
                  api.delete("/kiosk/api/v1/tickets/" + ticket.getString("token"));
                  return valueOf(ticket.getString("number"));
                }));
  }

  /** How many people wait in each office; some may need a language that no counsellor speaks. */
  private static Map<String, Integer> waiting(Api api) {
    return Workload.OFFICES.stream()
        .collect(Collectors.toMap(o -> o, o -> api.signIn(o, 3).line().json().getInt("count")));
  }

  private static Map<String, Integer> waitingAfter(Map<String, Integer> before, Workload workload) {
    Map<String, Integer> after = new HashMap<>(before);
    workload.issued().forEach(t -> after.merge(t.office(), 1, Integer::sum));
    workload.called().forEach(c -> after.merge(c.office(), -1, Integer::sum));
    return after;
  }

  @TempDir private static Path folder;

  private static RunningServer server;

  @BeforeAll
  static void start() {
    server = RunningServer.demo(folder);
  }

  @AfterAll
  static void stop() throws SQLException {
    server.stop();
    String database = "jdbc:derby:" + server.data().resolve("derby");
    DoubleBookingIT.assertClaimsAgree(database);
    SQLException closed =
        catchThrowableOfType(
            SQLException.class, () -> DriverManager.getConnection(database + ";shutdown=true"));
    assertThat(closed.getSQLState()).isEqualTo("08006");
  }

  @Test
  void thousandsOfTicketsWhileSixteenCountersCall() throws Exception {
    Api api = new Api(server);
    try (Workload workload = new Workload(api)) {
      Map<String, Integer> before = lastNumbers(api);
      Map<String, Integer> waitingBefore = waiting(api);

      workload.takeTickets(CLIENTS, TICKETS).call(COUNTERS, Workload.OFFICES);
      workload.awaitTickets(CLIENTS);

      assertThat(workload.surprises()).isEmpty();
      assertThat(workload.issued()).hasSize(TICKETS);
      for (String office : Workload.OFFICES) {
        List<Integer> numbers =
            workload.issued().stream()
                .filter(t -> t.office().equals(office))
                .map(t -> valueOf(t.number()))
                .sorted()
                .toList();
        int first = before.get(office) + 1;
        assertThat(numbers)
            .as("no duplicate and no gap in " + office)
            .isEqualTo(IntStream.range(first, first + numbers.size()).boxed().toList());
      }
      assertThat(workload.called())
          .as("no visitor is called twice")
          .extracting(c -> c.office() + c.number())
          .doesNotHaveDuplicates();
      assertThat(waiting(api))
          .as("every visitor who took a ticket has been called or is still waiting")
          .isEqualTo(waitingAfter(waitingBefore, workload));
    }
  }

  /** Tickets and appointments alike; no place is booked twice. */
  @Test
  void acknowledgedChangesSurviveKillMinusNine() throws Exception {
    Workload workload = new Workload(new Api(server));
    BookingRush rush = new BookingRush(List.of(new Api(server)));
    // the clients that book are signed in at counters of the other offices
    List<String> callingOffices =
        Workload.OFFICES.stream().filter(o -> !BookingRush.OFFICES.contains(o)).toList();
    try (workload;
        rush) {
      workload.takeTickets(KIOSKS, Integer.MAX_VALUE).call(COUNTERS_BESIDE_BOOKING, callingOffices);
      rush.begin(DoubleBookingIT.CLIENTS).goOn(10);
      await()
          .atMost(Patience.seconds(60))
          .until(
              () ->
                  workload.issued().size() > 1500
                      && !rush.cancelled().isEmpty()
                      // on a slow machine all clients may be waiting for an answer
                      && rush.booked().size() > 1);
      workload.expectTheEnd();
      rush.expectTheEnd();
      server.kill();
      workload.stop();
      rush.stop();
    }
    assertThat(workload.called()).isNotEmpty();
    assertThat(workload.surprises()).isEmpty();
    assertThat(rush.surprises()).isEmpty();
    assertThat(rush.booked()).isNotEmpty();
    assertThat(rush.cancelled()).isNotEmpty();

    server = server.beginToStartAgain();
    // a browser that loads a page now must get an answer of this server; the last 200 may come
    // before the ready line has been read
    assertThat(server.answersUntilReady("/kiosk/hoerde"))
        .contains("503 1")
        .isSubsetOf("503 1", "200 1");
    Api api = new Api(server);
    assertTicketsAreAsAcknowledged(workload, api);
    DoubleBookingIT.assertIsAsAcknowledged(rush, api);
  }

  private static void assertTicketsAreAsAcknowledged(Workload workload, Api api) {
    Set<String> called =
        workload.called().stream().map(c -> c.office() + c.number()).collect(Collectors.toSet());
    for (Workload.Issued ticket : workload.issued()) {
      JsonObject now = api.ticket(ticket.token()).json();
      assertThat(now.getString("number")).isEqualTo(ticket.number());
      if (called.contains(ticket.office() + ticket.number())) {
        assertThat(now.getString("state")).isIn("CALLED", "SERVING", "DONE");
      }
    }
    for (String office : Workload.OFFICES) {
      int last =
          workload.issued().stream()
              .filter(t -> t.office().equals(office))
              .mapToInt(t -> valueOf(t.number()))
              .max()
              .orElse(0);
      String next = api.takeTicket(office, "letters", "de").json().getString("number");
      // per client at most one ticket was stored and not yet acknowledged
      assertThat(valueOf(next))
          .as("numbering goes on in " + office)
          .isBetween(last + 1, last + KIOSKS + 1);
    }
  }
}
