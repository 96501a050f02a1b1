package de.lokalwillkommen.server.system;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page;
import de.lokalwillkommen.core.kernel.TestPostgresql;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A PostgreSQL whose machine dies, or whose network loses every packet, and which comes back. */
class DatabaseAwayIT {

  /** Seconds for an answer, and for the recovery. */
  private static final int SOON = 10;

  /** Seconds for a dozen answers, none of which waits for the database. */
  private static final int AT_ONCE = 6;

  private static EmbeddedPostgres database;
  private static UnreliableNetwork network;
  private static RunningServer server;
  private static Api api;

  @BeforeAll
  static void start(@TempDir Path folder) throws IOException {
    database = TestPostgresql.start();
    network = new UnreliableNetwork(database.getPort());
    server =
        RunningServer.demo(
            folder,
            "--database-url",
            "jdbc:postgresql://127.0.0.1:" + network.port() + "/postgres",
            "--database-user",
            "postgres");
    api = new Api(server);
  }

  @AfterAll
  static void stop() throws IOException {
    server.kill();
    network.close();
    database.close();
  }

  @Test
  void whilePacketsAreLostAllAreToldAtOnceAndAfterwardsAllWorks() {
    Api.Counsellor counsellor = api.signIn("hoerde", 1);
    counsellor.clearCounters();
    assertThat(api.takeTicket("hoerde", "housing", "de").status()).isEqualTo(201);
    try (Browsing browsing = new Browsing();
        SocketClient board =
            SocketClient.open(server.socket("/display/ws/hoerde"), "lw.board.v1")) {
      await().until(() -> !board.messages().isEmpty());

      network.freeze();
      List<CompletableFuture<Integer>> caught =
          IntStream.range(0, 60).mapToObj(i -> status("/kiosk/hoerde?lang=de")).toList();

      await().atMost(Patience.seconds(SOON)).until(() -> api.get("/health/ready").status() == 503);
      await()
          .atMost(Patience.seconds(SOON))
          .until(() -> caught.stream().allMatch(CompletableFuture::isDone));
      assertThat(caught).extracting(CompletableFuture::join).containsOnly(503);
      assertAllAreToldAtOnce(counsellor);
      Page display = browsing.open(Browsing.Screen.DISPLAY, server, "/display/hoerde");
      display.locator("body.away").waitFor();
      int heard = board.messages().size();
      Optional<Timestamp> chore = findLastChore();

      network.loseConnections();
      await().atMost(Patience.seconds(SOON)).until(() -> api.get("/health/ready").status() == 200);
      assertThat(api.takeTicket("hoerde", "housing", "de").status()).isEqualTo(201);
      assertThat(counsellor.next().status()).isEqualTo(200);
      assertThat(get("/kiosk/hoerde?lang=ar").status()).isEqualTo(200);
      await().atMost(Patience.seconds(SOON)).until(() -> board.messages().size() > heard);
      display.locator("[data-office='hoerde']").first().waitFor();
      assertThat(browsing.policyViolations()).isEmpty();
      await().atMost(Patience.seconds(30)).until(() -> hasChoreSince(chore));
    }
  }

  /** A fault that occurs only while the page is rendered must not redirect to another page. */
  @Test
  void aConsoleThatCannotBeDrawnStaysSaysSoAndRecovers() throws SQLException {
    try (Browsing browsing = new Browsing()) {
      Page console = browsing.console(server, "hoerde", 2, "ar");
      String address = console.url();
      rename("ticket", "ticket_away");
      try {
        console.locator("[id='presence-BREAK']").click();
        assertThat(console.locator("[id='offline']")).isVisible();
        assertThat(console.url()).isEqualTo(address);
      } finally {
        rename("ticket_away", "ticket");
      }

      assertThat(console.locator("[id='offline']")).isHidden();
      assertThat(console.url()).isEqualTo(address);
    }
  }

  private static void rename(String table, String to) throws SQLException {
    try (Connection connection = database.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("alter table " + table + " rename to " + to);
    }
  }

  private static void assertAllAreToldAtOnce(Api.Counsellor counsellor) {
    long began = System.nanoTime();

    Api.Answer ticket = api.takeTicket("hoerde", "housing", "en");
    assertThat(ticket.status()).isEqualTo(503);
    assertThat(ticket.header("Content-Type")).startsWith("application/problem+json");
    assertThat(ticket.header("Retry-After")).isNotEmpty();
    assertThat(counsellor.next().status()).isEqualTo(503);
    assertThat(api.get("/display/api/v1/offices/hoerde/board").status()).isEqualTo(503);
    assertThat(api.get("/kiosk/pulse").status()).isEqualTo(503);

    assertThat(get("/kiosk/hoerde?lang=ar").body()).contains("لحظة من فضلك", "dir=\"rtl\"");
    assertThat(get("/display/hoerde?lang=de").body()).contains("Einen Moment, bitte");
    Api.Answer console = get("/admin/console.xhtml?lang=en");
    assertThat(console.status()).isEqualTo(503);
    assertThat(console.header("Retry-After")).isNotEmpty();
    assertThat(console.body())
        .contains("One moment, please", "/js/away.js")
        .doesNotContain("Payara");
    String script = console.body().replaceAll("(?s).*src=\"([^\"]*/away.js)\".*", "$1");
    assertThat(api.get(script).status()).isEqualTo(200);

    assertThat(api.get("/health/ready").json().getString("status")).isEqualTo("DOWN");
    assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Patience.seconds(AT_ONCE));
  }

  private static Api.Answer get(String page) {
    return api.get(page, "Accept", "text/html", "Cookie", "lw_sign_in=x");
  }

  private static CompletableFuture<Integer> status(String page) {
    HttpRequest request =
        HttpRequest.newBuilder(server.uri(page)).header("Accept", "text/html").build();
    return Api.HTTP
        .sendAsync(request, BodyHandlers.ofString())
        .thenApply(answer -> answer.statusCode());
  }

  private static boolean hasChoreSince(Optional<Timestamp> before) {
    return findLastChore().filter(last -> before.map(last::after).orElse(true)).isPresent();
  }

  /** The end of the lease of a chore's last round; empty before the first. */
  private static Optional<Timestamp> findLastChore() {
    try (Connection connection = database.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement();
        ResultSet lease =
            statement.executeQuery(
                "select min(held_until) from lease where name in ('keeping-lines',"
                    + " 'posting-letters')")) {
      lease.next();
      return Optional.ofNullable(lease.getTimestamp(1));
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
