package de.lokalwillkommen.server.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import de.lokalwillkommen.core.devices.Client;
import de.lokalwillkommen.core.devices.ClientRight;
import de.lokalwillkommen.core.devices.ClientRights;
import de.lokalwillkommen.core.devices.ClientRights.Reach;
import de.lokalwillkommen.server.database.Database;
import java.io.IOException;
import java.io.Writer;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.derby.jdbc.EmbeddedDriver;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real office: no demo, one paired kiosk. */
class PairedKioskIT {

  private static final String TICKETS = "/kiosk/api/v1/offices/hoerde/tickets";
  private static final List<String> HERE_AND_THERE = List.of("hoerde", "eving");
  private static final Set<Integer> GONE = Set.of(404, 410);

  /** Strangers book as from outside, kiosks as kiosks. */
  private static final Set<String> BOOKING =
      Set.of(
          "GET /kiosk/api/v1/slots",
          "POST /kiosk/api/v1/appointments",
          "PUT /kiosk/api/v1/appointments/{code}/slot",
          "POST /kiosk/api/v1/waitlist");

  private static final String WISH = "{\"topic\":\"housing\",\"language\":\"de\"}";

  private static String token;
  private static String displayToken;
  private static String outpostToken;
  private static RunningServer server;
  private static Api api;

  @BeforeAll
  static void start(@TempDir Path data) throws Exception {
    insertAnOfficeInto("jdbc:derby:" + data.resolve("derby"));
    token = createDevice(data, "kiosk", "Eingang");
    displayToken = createDevice(data, "display", "Warteraum");
    outpostToken = createDevice(data, "outpost", "Tablet der Außenstelle");
    server =
        RunningServer.in(
            data,
            "--kiosk-tickets-apart",
            "10",
            "--kiosk-tickets-per-hour",
            "2",
            "--trusted-proxies",
            "127.0.0.1");
    api = new Api(server);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static void insertAnOfficeInto(String url) throws SQLException {
    // registers Derby's driver, also if another test of this process has shut Derby down
    new EmbeddedDriver();
    new Database(url, "", "").migrate();
    try (Connection connection = DriverManager.getConnection(url);
        Statement statement = connection.createStatement()) {
      for (String office : List.of("hoerde", "eving")) {
        statement.execute(
            "insert into office (id, name, zone, credit_minutes, late_after_minutes, recall_limit,"
                + " last_ticket_minutes, publishes_estimate, outpost, position) values ('"
                + office
                + "', 'Büro', 'Europe/Berlin', 20, 15, 3, 0, true, false, 1)");
      }
      statement.execute(
          "insert into topic (id, pictogram, audience, usual_minutes, walk_in, bookable, position)"
              + " values ('housing', 'home', 'ANY', 30, true, true, 1)");
      statement.execute("insert into office_topic values ('hoerde', 'housing')");
      for (int weekday = 1; weekday <= 7; weekday++) {
        statement.execute(
            ("insert into opening_rule (id, office_id, weekday, opens_minute, closes_minute,"
                    + " every_weeks, anchor) values (%d, 'hoerde', %d, 0, 1440, 1, '2026-01-05')")
                .formatted(weekday, weekday));
        statement.execute(
            ("insert into availability values (%d, 'hoerde', %d, 540, 1020, 1, '2026-01-05',"
                    + " '2026-01-05', null, 30, 1, 0, 0, '', '', null)")
                .formatted(weekday, weekday));
      }
    }
    // the next process may open it only when this one has closed it, which is told as an exception
    SQLException closed =
        catchThrowableOfType(
            SQLException.class, () -> DriverManager.getConnection(url + ";shutdown=true"));
    assertThat(closed.getSQLState()).isEqualTo("08006");
  }

  private static String createDevice(Path data, String role, String name)
      throws IOException, InterruptedException {
    return run(data, "", "create-device", "hoerde", role, name);
  }

  /** The last line that a subcommand prints. */
  private static String run(Path data, String typed, String... subcommand)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-jar", RunningServer.jar().toString()));
    command.addAll(List.of(subcommand));
    command.addAll(List.of("--data", data.toString()));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    try (Writer in = process.outputWriter()) {
      in.write(typed + "\n");
    }
    List<String> said = process.inputReader().lines().toList();
    assertThat(process.waitFor()).as(said.toString()).isZero();
    return said.get(said.size() - 1).strip();
  }

  private static Api.Answer signIn(String login, String password, String address) {
    return api.post(
        "/admin/api/v1/session",
        "{\"user\":\"%s\",\"password\":\"%s\"}".formatted(login, password),
        "X-Forwarded-For",
        address);
  }

  @Test
  void anAccountIsMadeAndGivenANewPasswordWhileTheServerRunsAndIsThenSignedOut() throws Exception {
    run(server.data(), "mein hund heißt bello", "create-admin", "chef");
    run(server.data(), "", "waive-second-factor", "Probebetrieb");
    Api.Answer in = signIn("chef", "mein hund heißt bello", "192.0.2.1");
    assertThat(in.status()).as(in.body()).isEqualTo(200);
    String[] shown = {"Authorization", "Bearer " + in.json().getString("token")};
    assertThat(api.get("/admin/start.xhtml", shown).status()).isEqualTo(200);

    run(server.data(), "ein ganz anderer satz", "set-password", "chef");

    assertThat(api.delete("/admin/api/v1/session", shown).status()).isEqualTo(401);
    assertThat(signIn("chef", "mein hund heißt bello", "192.0.2.1").status()).isEqualTo(401);
    assertThat(signIn("chef", "ein ganz anderer satz", "192.0.2.1").status()).isEqualTo(200);
    assertThat(Files.readString(server.data().resolve("logs").resolve("server.log")))
        .contains("event=user_created result=ok", "event=authn_password_change result=ok")
        .doesNotContain("chef", "Unable to set request character encoding");
  }

  @Test
  void aStrangerLocksNoAccountAndCannotTellWhichNamesExist() throws Exception {
    run(server.data(), "", "waive-second-factor", "Probebetrieb");
    run(server.data(), "mein hund heißt bello", "create-admin", "lena");

    List<Integer> known = answersTo("lena", "198.51.100.1");
    List<Integer> unknown = answersTo("nobody", "198.51.100.2");

    assertThat(known).isEqualTo(unknown).contains(401, 429);
    assertThat(signIn("lena", "mein hund heißt bello", "192.0.2.1").status()).isEqualTo(200);
    assertThat(Files.readString(server.data().resolve("logs").resolve("server.log")))
        .contains("event=authn_login_fail", "event=authn_login_lock", "event=authn_login_success")
        .doesNotContain("lena", "198.51.100", "bello");
  }

  @Test
  void everyRefusalIsInTheSecurityLog() throws IOException {
    String address = "203.0.113.77";
    signIn("nobody-at-all", "wrong", address);
    api.post(
        "/kiosk/hoerde",
        "topic=housing",
        "Origin",
        "https://evil.example",
        "X-Forwarded-For",
        address,
        "Content-Type",
        "application/x-www-form-urlencoded");
    api.get("/display/hoerde?device=not-a-token-of-any-display", "X-Forwarded-For", address);

    List<String> lines = Files.readAllLines(server.data().resolve("logs").resolve("server.log"));
    String from =
        lines.stream()
            .filter(line -> line.contains("event=authn_login_fail"))
            .map(line -> line.replaceFirst(".*( from=\\S+).*", "$1"))
            .reduce((earlier, later) -> later)
            .orElseThrow();
    assertThat(lines)
        .anyMatch(line -> line.contains("event=csrf_fail") && line.contains(from + " app=front"))
        .anyMatch(
            line ->
                line.contains("event=device_token_fail") && line.contains(from + " app=display"))
        .noneMatch(line -> line.contains(address) || line.contains("not-a-token"));
  }

  private static List<Integer> answersTo(String login, String address) {
    return Stream.generate(() -> signIn(login, "wrong", address).status()).limit(8).toList();
  }

  @Test
  void guessingCodesShutsNoVisitorOut() {
    String code = bookFromOutside("another");
    String look = "/kiosk/api/v1/appointments/";
    List<Integer> guesses =
        Stream.iterate(2222, i -> i + 1)
            .filter(i -> !String.valueOf(i).matches(".*[01].*"))
            .limit(60)
            .map(i -> api.get(look + "ZZZZ" + i, "X-Forwarded-For", "198.51.100.7").status())
            .toList();

    assertThat(guesses).contains(404, 429).doesNotContain(200);
    assertThat(api.get(look + code, "X-Forwarded-For", "192.0.2.9").status()).isEqualTo(200);
    assertThat(api.get(look + "ZZZZ9999", "Authorization", "Bearer " + token).status())
        .isEqualTo(404);
  }

  private static Api.Answer take(String office, String key, String... authorization) {
    String path = TICKETS.replace("hoerde", office);
    return authorization.length == 0
        ? api.post(path, WISH, "Idempotency-Key", key)
        : api.post(path, WISH, "Idempotency-Key", key, "Authorization", authorization[0]);
  }

  private static Api.Answer take(String key) {
    return take("hoerde", key, "Bearer " + token);
  }

  @Test
  void strangersLeaveAPlaceAtTheBoardToTheDisplayThatWasPaired() throws Exception {
    Api.Answer pairing = api.get("/display/hoerde?device=" + displayToken);
    assertThat(pairing.header("Location")).endsWith("/display/hoerde");
    String cookie = pairing.header("Set-Cookie");
    assertThat(cookie).contains(displayToken, "HttpOnly", "SameSite=Strict");

    List<SocketClient> strangers = new ArrayList<>();
    try {
      // 600 places, of which a hundred are reserved; the server may accept the last one before
      // another
      for (int i = 0; i < 501; i++) {
        strangers.add(board());
      }
      CompletableFuture<?> turnedAway =
          CompletableFuture.anyOf(
              strangers.stream().map(SocketClient::closed).toArray(CompletableFuture[]::new));
      assertThat(turnedAway.get(Patience.millis(60), TimeUnit.MILLISECONDS)).isEqualTo(1013);
      try (SocketClient display = board("Cookie", cookie.substring(0, cookie.indexOf(';')))) {
        await().until(() -> !display.messages("board").isEmpty());
      }
    } finally {
      strangers.forEach(SocketClient::close);
    }
  }

  @Test
  void aTokenPairsADisplayIfItsDeviceKeepsABoardOfThatOffice() {
    tokens()
        .forEach(
            (client, token) -> {
              for (String office : List.of("hoerde", "eving")) {
                assertThat(
                        api
                            .get("/display/" + office + "?device=" + token)
                            .headers()
                            .allValues("Set-Cookie")
                            .stream()
                            .anyMatch(cookie -> cookie.startsWith("lw-display-device=")))
                    .as(client + " in " + office)
                    .isEqualTo(may(client, Set.of(ClientRight.KEEP_BOARD), office));
              }
            });
  }

  private static SocketClient board(String... headers) {
    return SocketClient.open(server.socket("/display/ws/hoerde"), "lw.board.v1", headers);
  }

  @Test
  void aKioskThatWasStolenIsRevokedWhileTheServerRuns() throws Exception {
    Path data = server.data();
    String stolen = createDevice(data, "kiosk", "Tablet");
    assertThat(api.post(TICKETS, "{}", "Authorization", "Bearer " + stolen).status())
        .isEqualTo(422);

    assertThat(run(data, "", "revoke-device", "hoerde", "Tablet")).isEqualTo("revoked: Tablet");

    assertThat(api.post(TICKETS, "{}", "Authorization", "Bearer " + stolen).status())
        .isEqualTo(401);
  }

  @Test
  void aDeviceThatNobodyKnowsPollsWhileStrangersGuess() {
    Api.Answer asked =
        api.post("/kiosk/api/v1/devices/pairing", "", "X-Forwarded-For", "192.0.2.7");
    assertThat(asked.status()).as(asked.body()).isEqualTo(201);
    String poll = asked.json().getString("poll");
    assertThat(asked.header("Location")).endsWith(poll);
    assertThat(asked.json().getString("code")).matches("[2-9A-HJ-NP-Z]{4}-[2-9A-HJ-NP-Z]{4}");
    String secret = poll.substring(poll.lastIndexOf('/') + 1);
    assertThat(secret).hasSize(43);

    for (int i = 0; i < 200; i++) {
      String guess = poll.substring(0, poll.length() - 3) + (100 + i);
      assertThat(api.get(guess, "X-Forwarded-For", "192.0.2.7").status()).isEqualTo(410);
    }

    assertThat(api.get(poll, "X-Forwarded-For", "192.0.2.7").status()).isEqualTo(202);
    for (String token : List.of(secret, asked.json().getString("code"))) {
      assertThat(take("hoerde", "k", "Bearer " + token).status()).isEqualTo(401);
    }
    for (int i = 0; i < 25; i++) {
      api.post("/kiosk/api/v1/devices/pairing", "", "X-Forwarded-For", "192.0.2.8");
    }
    Api.Answer tooMany =
        api.post("/kiosk/api/v1/devices/pairing", "", "X-Forwarded-For", "192.0.2.8");
    assertThat(tooMany.status()).isEqualTo(429);
    assertThat(api.get("/kiosk/", "X-Forwarded-For", "192.0.2.8").body())
        .contains("Bitte haben Sie einen Moment Geduld");
    assertThat(api.get("/kiosk/", "X-Forwarded-For", "192.0.2.9").body()).contains("pairing-code");
    assertThat(api.get(poll, "X-Forwarded-For", "192.0.2.7").status()).isEqualTo(202);
  }

  @Test
  void onlyTheKioskThatWasPairedIssuesTickets() {
    assertThat(take("hoerde", "k").status()).isEqualTo(401);
    assertThat(take("hoerde", "k", "Bearer nonsense").status()).isEqualTo(401);
    assertThat(take("hoerde", "k", "Basic " + token).status()).isEqualTo(401);
    assertThat(take("eving", "k", "Bearer " + token).status()).isEqualTo(401);
    assertThat(sendForm("nonsense", "k").status()).isEqualTo(401);
    assertThat(sendForm(displayToken, "k").status()).isEqualTo(401);
  }

  /** The right that a call takes; a call that is missing here fails the test. */
  private static final Map<ClientRight, Set<String>> CALLS =
      Map.of(
          ClientRight.SEE_OFFICES,
          Set.of(
              "GET /kiosk/api/v1/offices",
              "GET /kiosk/api/v1/offices/{office}/topics",
              "GET /display/api/v1/offices/{office}/board"),
          ClientRight.USE_OWN,
          Set.of(
              "GET /kiosk/api/v1/tickets/{token}",
              "DELETE /kiosk/api/v1/tickets/{token}",
              "POST /kiosk/api/v1/tickets/{token}/later",
              "POST /kiosk/api/v1/tickets/{token}/coming",
              "POST /kiosk/api/v1/tickets/{token}/back",
              "POST /kiosk/api/v1/tickets/{token}/stay",
              "PUT /kiosk/api/v1/tickets/{token}/topic",
              "GET /kiosk/api/v1/appointments/{code}",
              "DELETE /kiosk/api/v1/appointments/{code}",
              "PUT /kiosk/api/v1/appointments/{code}/confirmation",
              "GET /kiosk/api/v1/appointments/{code}/calendar",
              "GET /kiosk/api/v1/waitlist/{code}",
              "DELETE /kiosk/api/v1/waitlist/{code}",
              "GET /kiosk/api/v1/waitlist/offers/{token}",
              "DELETE /kiosk/api/v1/waitlist/offers/{token}",
              "POST /kiosk/api/v1/waitlist/offers/{token}/claim"),
          ClientRight.BOOK_FROM_OUTSIDE,
          BOOKING,
          ClientRight.BOOK_AT_KIOSK,
          BOOKING,
          ClientRight.ISSUE_TICKETS,
          Set.of("POST /kiosk/api/v1/offices/{office}/tickets"),
          ClientRight.CHECK_IN,
          Set.of("POST /kiosk/api/v1/offices/{office}/check-ins"),
          ClientRight.REPORT_HEALTH,
          Set.of("POST /kiosk/api/v1/devices/report", "POST /display/api/v1/devices/report"),
          ClientRight.ASK_FOR_PAIRING,
          Set.of(
              "POST /kiosk/api/v1/devices/pairing",
              "GET /kiosk/api/v1/devices/pairing",
              "GET /kiosk/api/v1/devices/pairing/{secret}"));

  /** The methods with a body. */
  private static final Set<String> SENDING = Set.of("POST", "PUT", "PATCH");

  private static Map<Client, String> tokens() {
    return Map.of(Client.KIOSK, token, Client.DISPLAY, displayToken, Client.OUTPOST, outpostToken);
  }

  private static Set<String> calls() {
    return new Description(api.get("/openapi", "Accept", "application/json").json())
        .calls().stream()
            .filter(call -> !call.contains(" /admin/"))
            .collect(Collectors.toCollection(TreeSet::new));
  }

  /** The rights of which a call takes one. */
  private static Set<ClientRight> rightsFor(String call) {
    return CALLS.keySet().stream()
        .filter(right -> CALLS.get(right).contains(call))
        .collect(Collectors.toSet());
  }

  /** Whether a client has one of the rights in an office; all devices are paired with one. */
  private static boolean may(Client client, Set<ClientRight> rights, String office) {
    return rights.stream()
        .map(right -> ClientRights.reach(client, right))
        .anyMatch(reach -> reach == Reach.ALL || reach == Reach.OWN && office.equals("hoerde"));
  }

  @Test
  void everyCallOfKiosksAndDisplaysIsInThisTable() {
    Set<String> known = new TreeSet<>();
    CALLS.values().forEach(known::addAll);

    assertThat(calls()).isEqualTo(known);
  }

  @Test
  void aCallIsOpenToExactlyTheDevicesAndStrangersThatHaveTheRight() {
    List<String> wrong = new ArrayList<>();
    for (String call : calls()) {
      Set<ClientRight> rights = rightsFor(call);
      for (String office : call.contains("{office}") ? HERE_AND_THERE : List.of("hoerde")) {
        String sent = call.replace("{office}", office);
        Map<Client, Integer> answers = new TreeMap<>();
        answers.put(Client.STRANGER, statusOf(sent));
        tokens()
            .forEach(
                (client, token) ->
                    answers.put(client, statusOf(sent, "Authorization", "Bearer " + token)));
        answers.forEach(
            (client, status) -> {
              if (isOpen(rights, status) != may(client, rights, office)) {
                wrong.add(client + ": " + sent + " is answered with " + status);
              }
            });
      }
    }

    assertThat(wrong).isEmpty();
  }

  private static boolean isOpen(Set<ClientRight> rights, int status) {
    boolean withoutSecret = rights.contains(ClientRight.USE_OWN) && GONE.contains(status);
    return status != 401 && status < 500 && !withoutSecret;
  }

  @Test
  void aTokenThatIsUnknownMakesNoStrangerOfADevice() {
    for (String call : calls()) {
      boolean isOfDevices =
          rightsFor(call).stream()
              .anyMatch(
                  right ->
                      ClientRights.reach(Client.STRANGER, right) == Reach.NONE
                          && ClientRights.reach(Client.KIOSK, right) != Reach.NONE);
      String sent = call.replace("{office}", "hoerde");
      assertThat(statusOf(sent, "Authorization", "Bearer nonsense") == 401)
          .as(call)
          .isEqualTo(isOfDevices);
    }
  }

  /** Offers are left out: one takes a place that another visitor has given back. */
  @Test
  void aVisitorWhoNamesACodeUsesWhatItStandsFor() {
    Map<String, String> secrets =
        Map.of(
            "/tickets/", take("hoerde", "own", "Bearer " + outpostToken).json().getString("token"),
            "/appointments/", bookFromOutside("own"),
            "/waitlist/", join("own", "X-Forwarded-For", "203.0.113.9").json().getString("code"));
    List<String> last =
        CALLS.get(ClientRight.USE_OWN).stream()
            .filter(call -> !call.contains("/offers/"))
            .sorted(Comparator.comparing(call -> call.startsWith("DELETE")))
            .toList();
    for (String call : last) {
      String sent = call;
      for (Map.Entry<String, String> secret : secrets.entrySet()) {
        if (call.contains(secret.getKey())) {
          sent = sent.replace("{code}", secret.getValue()).replace("{token}", secret.getValue());
        }
      }
      assertThat(isOpen(Set.of(ClientRight.USE_OWN), statusOf(sent)))
          .as(call)
          .isEqualTo(may(Client.VISITOR, Set.of(ClientRight.USE_OWN), "hoerde"));
    }
  }

  /**
   * How many have asked, each from a network of its own and for a ticket of its own, since both are
   * limited.
   */
  private static int asked;

  private static int statusOf(String call, String... headers) {
    String[] parts = call.split(" ");
    String path =
        parts[1]
            .replace("{token}", "nothing" + asked)
            .replace("{secret}", "nothing")
            .replace("{code}", "ZZZZ8888");
    String query = path.endsWith("/slots") ? "?topic=housing&language=de" : "";
    // no office advises on the topic, so that no place is taken
    String body =
        "{\"slot\":\"hoerde_20300107T0900Z\",\"topic\":\"gardening\",\"language\":\"de\",\"code\":"
            + "\"ZZZZ8888\",\"office\":\"hoerde\",\"from\":\"%1$s\",\"to\":\"%1$s\",\"minutes\":5}"
                .formatted(api.today());
    asked++;
    List<String> all =
        new ArrayList<>(
            List.of(
                "X-Forwarded-For",
                "198.18.%d.%d".formatted(asked / 200, asked % 200),
                "Idempotency-Key",
                UUID.randomUUID().toString()));
    all.addAll(List.of(headers));
    return api.send(
            parts[0],
            path + query,
            SENDING.contains(parts[0]) ? BodyPublishers.ofString(body) : BodyPublishers.noBody(),
            all.toArray(String[]::new))
        .status();
  }

  @Test
  void socketsTellStrangersWhatTheBoardShowsAndVisitorsTheirOwnTicket() {
    int port = server.uri("/").getPort();
    assertThat(RawHandshake.statusOf(port, "/display/ws/hoerde", "lw.board.v1")).isEqualTo(101);
    assertThat(RawHandshake.statusOf(port, "/kiosk/ws/offices/hoerde", "lw.office.v1"))
        .isEqualTo(101);
    assertThat(RawHandshake.statusOf(port, "/kiosk/ws/tickets/nothing", "lw.ticket.v1"))
        .isEqualTo(403);
    assertThat(RawHandshake.statusOf(port, "/admin/ws/hoerde", "lw.line.v1")).isEqualTo(403);
    assertThat(api.get("/kiosk/live/tickets/nothing").status()).isIn(403, 404);
    assertThat(api.get("/admin/live/hoerde").status()).isEqualTo(401);
  }

  @Test
  void ticketsAreGivenApartAndOnlySoManyButLostAnswersAreRepeatedAtOnce() {
    Api.Answer first = take("one");
    assertThat(first.status()).as(first.body()).isEqualTo(201);
    assertThat(take("one").status()).isEqualTo(200);
    Api.Answer tooSoon = take("two");
    assertThat(tooSoon.status()).isEqualTo(429);
    assertThat(tooSoon.header("Retry-After"))
        .satisfies(s -> assertThat(Integer.parseInt(s)).isBetween(1, 10));
    assertThat(tooSoon.json().getInt("retryAfter")).isBetween(1, 10);
    assertThat(take("one").json().getString("token")).isEqualTo(first.json().getString("token"));

    await().atMost(Patience.seconds(30)).until(() -> take("two").status() == 201);
    assertThat(take("two").status()).isEqualTo(200);

    Api.Answer third = take("three");
    assertThat(third.status()).isEqualTo(429);
    assertThat(third.json().getString("detail")).contains("Schalter");
    assertThat(take("one").status()).isEqualTo(200);
    assertThatTheKioskSaysWhereToGo();
  }

  @Test
  void outsideRequestsAreLimitedByRestAndOnPagesButMayBeRepeated() {
    String code = bookFromOutside("hold");
    assertThat(join("first").status()).isEqualTo(201);
    Api.Answer refused =
        Stream.generate(() -> join(UUID.randomUUID().toString()))
            .limit(30)
            .filter(answer -> answer.status() != 201)
            .findFirst()
            .orElseThrow();
    assertThat(refused.status()).as(refused.body()).isEqualTo(429);
    assertThat(Integer.parseInt(refused.header("Retry-After"))).isBetween(1, 60);
    assertThat(join("first").status()).isEqualTo(200);

    Api.Answer onPage = earlierFrom("/kiosk/hoerde/appointment/" + code);
    assertThat(onPage.status()).isEqualTo(303);
    assertThat(onPage.header("Location")).contains("refused=booking.busy");
    assertThat(api.get(onPage.header("Location")).body()).contains("Gerade buchen sehr viele");
    assertThat(earlierFrom("/kiosk/a/" + code).header("Location")).contains("booking.busy");
  }

  private static String bookFromOutside(String key) {
    LocalDate day = api.today().plusDays(5);
    String slot =
        api.get("/kiosk/api/v1/slots?topic=housing&language=de&office=hoerde&from=" + day)
            .json()
            .getJsonArray("slots")
            .getJsonObject(0)
            .getString("id");
    String wish = "{\"slot\":\"" + slot + "\",\"topic\":\"housing\",\"language\":\"de\"}";
    Api.Answer held = api.post("/kiosk/api/v1/appointments", wish, "Idempotency-Key", key);
    assertThat(held.status()).as(held.body()).isEqualTo(201);
    String code = held.json().getString("code");
    String confirmation = "/kiosk/api/v1/appointments/" + code + "/confirmation";
    assertThat(api.send("PUT", confirmation, BodyPublishers.ofString("{}")).status())
        .isEqualTo(200);
    return code;
  }

  private static Api.Answer join(String key, String... more) {
    LocalDate today = api.today();
    String wish =
        "{\"topic\":\"housing\",\"language\":\"de\",\"office\":\"hoerde\",\"from\":\"%s\",\"to\":\"%s\"}"
            .formatted(today, today.plusDays(9));
    List<String> headers = new ArrayList<>(List.of("Idempotency-Key", key));
    headers.addAll(List.of(more));
    return api.post("/kiosk/api/v1/waitlist", wish, headers.toArray(String[]::new));
  }

  private static Api.Answer earlierFrom(String page) {
    return api.post(
        page + "?lang=de",
        "does=earlier&key=" + UUID.randomUUID(),
        "Content-Type",
        "application/x-www-form-urlencoded");
  }

  private static void assertThatTheKioskSaysWhereToGo() {
    Api.Answer refused = sendForm(token, "four");
    assertThat(refused.status()).isEqualTo(303);
    String page = refused.header("Location");
    assertThat(page).startsWith("/kiosk/hoerde").contains("refused=kiosk.noMoreTickets");
    assertThat(api.get(page).body())
        .contains("Bitte kommen Sie zum Schalter", "data-untouched=\"false\"", "value=\"housing\"");
    assertThat(api.get(page + "&lang=en").body()).contains("Please come to the counter");
    assertThat(api.get(page + "&lang=ar").body()).contains("يرجى التوجّه إلى الموظفين");
    assertThat(api.get("/kiosk/hoerde").body())
        .doesNotContain("Schalter")
        .contains("data-untouched=\"true\"");
  }

  /** Sends the form as the page of a kiosk does. */
  private static Api.Answer sendForm(String device, String key) {
    return api.post(
        "/kiosk/hoerde",
        "topic=housing&key=" + key,
        "Content-Type",
        "application/x-www-form-urlencoded",
        "Cookie",
        "lw-device=" + device);
  }
}
