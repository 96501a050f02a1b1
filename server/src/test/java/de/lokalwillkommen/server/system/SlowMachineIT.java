package de.lokalwillkommen.server.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server that is halted for half of the time, as on an overloaded machine. */
class SlowMachineIT {

  private static final String OFFICE = "hoerde";
  private static final int BOARDS = 100;
  private static final int CALLS = 20;
  private static final long STILL_MS = 150;
  private static final Duration PATIENCE = Duration.ofMinutes(3);

  @TempDir private Path data;

  @Test
  void howeverSlowTheServerIsEveryBoardShowsEveryCall() throws Exception {
    try (RunningServer server = RunningServer.demo(data)) {
      Api api = new Api(server);
      Api.Counsellor counsellor = api.signIn(OFFICE, 1);
      counsellor.clearTheLine();
      List<SocketClient> boards = new ArrayList<>();
      for (int i = 0; i < BOARDS; i++) {
        boards.add(SocketClient.open(server.socket("/display/ws/" + OFFICE), "lw.board.v1"));
      }
      for (int i = 0; i < CALLS; i++) {
        api.takeTicket(OFFICE, "letters", "de");
      }
      Set<String> called = whileStandingStill(server, () -> callAll(counsellor));

      assertThat(called).hasSize(CALLS);
      for (SocketClient board : boards) {
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(shown(board)).containsAll(called));
        board.close();
      }
    }
  }

  private static Set<String> callAll(Api.Counsellor counsellor) {
    return IntStream.range(0, CALLS)
        .mapToObj(i -> counsellor.next().json().getString("number"))
        .collect(Collectors.toSet());
  }

  /** The numbers in all messages so far, whichever of them a message lists first. */
  private static Set<String> shown(SocketClient board) {
    return board.messages("board").stream()
        .flatMap(message -> message.getJsonArray("calls").getValuesAs(JsonObject.class).stream())
        .map(call -> call.getString("number"))
        .collect(Collectors.toSet());
  }

  /** Does something while the processes of a server are stopped for half of the time. */
  private static <T> T whileStandingStill(RunningServer server, Supplier<T> work)
      throws InterruptedException {
    AtomicBoolean ended = new AtomicBoolean();
    Thread stopping = new Thread(() -> alternate(server, ended), "stopping the server");
    stopping.start();
    try {
      return work.get();
    } finally {
      ended.set(true);
      stopping.join();
    }
  }

  private static void alternate(RunningServer server, AtomicBoolean ended) {
    try {
      while (!ended.get()) {
        signal(server, "-STOP");
        TimeUnit.MILLISECONDS.sleep(STILL_MS);
        signal(server, "-CONT");
        TimeUnit.MILLISECONDS.sleep(STILL_MS);
      }
    } catch (InterruptedException | IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void signal(RunningServer server, String signal)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("kill", signal));
    server.processes().forEach(process -> command.add(String.valueOf(process.pid())));
    new ProcessBuilder(command).start().waitFor();
  }
}
