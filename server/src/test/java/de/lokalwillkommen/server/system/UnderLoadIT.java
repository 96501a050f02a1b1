package de.lokalwillkommen.server.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.json.JsonObject;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Many kiosks and counters at once, on a server of their own; then the plug is pulled. */
class UnderLoadIT {

  private static final int TICKETS = 20_000;
  private static final int CLIENTS = 64;
  private static final int COUNTERS = 16;
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

  @Test
  void twentyThousandTicketsWhileSixteenCountersCall(@TempDir Path folder) throws Exception {
    try (RunningServer server = RunningServer.demo(folder);
        Workload workload = new Workload(new Api(server))) {
      Api api = new Api(server);
      Map<String, Integer> before = lastNumbers(api);

      workload.takeTickets(CLIENTS, TICKETS).call(COUNTERS);
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
          .as("nobody is called twice")
          .extracting(c -> c.office() + c.number())
          .doesNotHaveDuplicates();
      for (String office : Workload.OFFICES) {
        assertNobodyIsForgotten(workload, api, office);
      }
    }
  }

  /** Everybody who took a ticket either has been called or is still waiting. */
  private static void assertNobodyIsForgotten(Workload workload, Api api, String office) {
    Set<String> called =
        workload.called().stream()
            .filter(c -> c.office().equals(office))
            .map(Workload.Called::number)
            .collect(Collectors.toSet());
    Set<String> waiting =
        workload.issued().stream()
            .filter(t -> t.office().equals(office))
            .map(Workload.Issued::number)
            .filter(number -> !called.contains(number))
            .collect(Collectors.toSet());
    JsonObject line = api.signIn(office, 3).line().json();
    // those of the demo were there first, and some may need a language that nobody here spoke
    long othersBefore =
        line.getJsonArray("waiting").getValuesAs(JsonObject.class).stream()
            .map(row -> row.getString("number"))
            .takeWhile(number -> !waiting.contains(number))
            .count();
    assertThat((long) line.getInt("count")).as(office).isEqualTo(othersBefore + waiting.size());
  }

  @Test
  void whatWasAcknowledgedSurvivesKillMinusNine(@TempDir Path folder) throws Exception {
    RunningServer server = RunningServer.demo(folder);
    Workload workload = new Workload(new Api(server));
    try {
      workload.takeTickets(KIOSKS, Integer.MAX_VALUE).call(7);
      await().atMost(Duration.ofSeconds(60)).until(() -> workload.issued().size() > 1500);
      workload.expectTheEnd();
      server.kill();
      workload.stop();
    } finally {
      workload.close();
    }
    List<Workload.Issued> issued = workload.issued();
    List<Workload.Called> called = workload.called();
    assertThat(called).isNotEmpty();

    try (RunningServer again = server.beginToStartAgain()) {
      // a browser that loads a page now must get an answer of ours; the last 200 may come before
      // the ready line has been read
      assertThat(again.answersUntilReady("/kiosk/hoerde"))
          .contains("503 1")
          .isSubsetOf("503 1", "200 1");
      Api api = new Api(again);
      Set<String> calledNumbers =
          called.stream().map(c -> c.office() + c.number()).collect(Collectors.toSet());
      for (Workload.Issued ticket : issued) {
        JsonObject now = api.ticket(ticket.token()).json();
        assertThat(now.getString("number")).isEqualTo(ticket.number());
        if (calledNumbers.contains(ticket.office() + ticket.number())) {
          assertThat(now.getString("state")).isIn("CALLED", "SERVING", "DONE");
        }
      }
      for (String office : Workload.OFFICES) {
        int last =
            issued.stream()
                .filter(t -> t.office().equals(office))
                .mapToInt(t -> valueOf(t.number()))
                .max()
                .orElse(0);
        String next = api.takeTicket(office, "letters", "de").json().getString("number");
        // of each client one ticket at most was written down and not yet acknowledged
        assertThat(valueOf(next))
            .as("numbering goes on in " + office)
            .isBetween(last + 1, last + KIOSKS + 1);
      }
    }
  }
}
