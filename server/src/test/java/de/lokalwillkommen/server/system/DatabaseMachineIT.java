package de.lokalwillkommen.server.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A PostgreSQL on another machine, whose cable is pulled, whose packets are lost, or which dies.
 */
class DatabaseMachineIT {

  /** Seconds for the calm answer, and for the recovery. */
  private static final int SOON = 10;

  /** Seconds; some chores wait for the lease of a round that was cut short. */
  private static final int A_ROUND = 60;

  private static final List<String> PAGES =
      List.of(
          "/kiosk/hoerde?lang=de",
          "/display/hoerde?lang=de",
          "/admin/sign-in.xhtml?lang=de",
          "/display/api/v1/offices/hoerde/board");

  private static DatabaseMachine machine;
  private static RunningServer server;
  private static Api api;

  @BeforeAll
  static void start(@TempDir Path folder) throws Exception {
    DatabaseMachine.assumePossible();
    machine = new DatabaseMachine(folder.resolve("machine"));
    machine.awaitUp();
    server =
        RunningServer.demo(
            folder.resolve("data"), "--database-url", machine.url(), "--database-user", "postgres");
    api = new Api(server);
  }

  @AfterAll
  static void stop() {
    if (server != null) {
      server.kill();
    }
    if (machine != null) {
      machine.close();
    }
  }

  @AfterEach
  void mend() {
    machine.plugIn();
    await().atMost(Patience.seconds(A_ROUND)).until(() -> api.get("/health/ready").status() == 200);
  }

  @Test
  void aCablePulledAtTheServerIsReportedAndAfterwardsAllWorks() {
    assertCalmWhile(machine::unplugHere, machine::plugIn);
  }

  @Test
  void aCablePulledAtTheDatabaseIsReportedToo() {
    assertCalmWhile(machine::unplugThere, machine::plugIn);
  }

  @Test
  void lostPacketsAreReportedToo() {
    assertCalmWhile(machine::losePackets, machine::plugIn);
  }

  @Test
  void aMachineThatDiesAndRestartsIsReportedToo() {
    assertCalmWhile(
        machine::losePower,
        () -> {
          machine.switchOn();
          machine.plugIn();
          machine.awaitUp();
        });
  }

  private interface Act {
    void run() throws Exception;
  }

  private static void assertCalmWhile(Act fault, Act mending) {
    Api.Counsellor counsellor = api.signIn("hoerde", 1);
    counsellor.clearTheLine();
    String number = api.takeTicket("hoerde", "housing", "de").json().getString("number");
    try (SocketClient board =
        SocketClient.open(server.socket("/display/ws/hoerde"), "lw.board.v1")) {
      await().until(() -> !board.messages("board").isEmpty());

      run(fault);

      for (String page : PAGES) {
        await().atMost(Patience.seconds(SOON)).until(() -> api.get(page).status() == 503);
      }
      assertThat(api.takeTicket("hoerde", "housing", "de").status()).isEqualTo(503);
      assertThat(counsellor.next().status()).isEqualTo(503);
      assertThat(api.get("/health/ready").json().getString("status")).isEqualTo("DOWN");

      run(mending);

      await().atMost(Patience.seconds(SOON)).until(() -> api.get("/health/ready").status() == 200);
      Optional<LocalDateTime> lastRound = findLastRound();
      Api.Answer next = counsellor.next();
      assertThat(next.status()).as(next.body()).isEqualTo(200);
      assertThat(next.json().getString("number")).as("nothing is lost").isEqualTo(number);
      await()
          .atMost(Patience.seconds(SOON))
          .until(() -> board.messages("board").toString().contains(number));
      for (String page : PAGES) {
        assertThat(api.get(page).status()).as(page).isEqualTo(200);
      }
      await()
          .atMost(Patience.seconds(A_ROUND))
          .until(
              () ->
                  findLastRound()
                      .filter(now -> lastRound.map(now::isAfter).orElse(true))
                      .isPresent());
    }
  }

  private static void run(Act act) {
    try {
      act.run();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  /** The end of the lease under which the chores have had their last round, if there was one. */
  private static Optional<LocalDateTime> findLastRound() {
    return query(
        "select min(held_until) from lease where name in ('keeping-lines', 'posting-letters')");
  }

  private static Optional<LocalDateTime> query(String query) {
    try (Connection connection = machine.connect();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(query)) {
      row.next();
      return Optional.ofNullable(row.getObject(1, LocalDateTime.class));
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
