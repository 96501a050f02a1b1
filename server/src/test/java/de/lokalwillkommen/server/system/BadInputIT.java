package de.lokalwillkommen.server.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is sent: a 4xx problem or a close code, never a 5xx, and nothing changed. */
class BadInputIT {

  private static final String TICKETS = "/kiosk/api/v1/offices/hoerde/tickets";
  private static final String INJECTION = "'; drop table ticket; -- <script>alert(1)</script>";

  private final RunningServer server = RunningServer.shared();
  private final Api api = new Api(server);
  private final Api.Counsellor counsellor = api.signIn("hoerde", 3);
  private int versionBefore;

  @BeforeEach
  void somebodyWaits() {
    api.takeTicket("hoerde", "housing", "de");
    versionBefore = api.board("hoerde").getInt("version");
  }

  @AfterEach
  void nothingHasChanged() {
    assertThat(api.board("hoerde").getInt("version")).isEqualTo(versionBefore);
  }

  private static void assertProblem(Api.Answer answer, int... statuses) {
    assertThat(answer.status())
        .as(answer.body())
        .isIn(java.util.Arrays.stream(statuses).boxed().toList());
    assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
    assertThat(answer.json().getInt("status")).isEqualTo(answer.status());
    assertThat(answer.json().getString("title")).isNotBlank();
    assertThat(answer.json().getString("type")).isNotBlank();
    assertThat(answer.body()).doesNotContain("Exception", "\tat ");
  }

  static Stream<Arguments> badTickets() {
    return Stream.of(
        Arguments.of("", 422),
        Arguments.of("{}", 422),
        Arguments.of("[]", 400),
        Arguments.of("null", 400),
        Arguments.of("42", 400),
        Arguments.of("{\"topic\":", 400),
        Arguments.of("{\"topic\":1,\"language\":\"de\"}", 422),
        Arguments.of("{\"topic\":{},\"language\":\"de\"}", 422),
        Arguments.of("{\"topic\":null,\"language\":\"de\"}", 422),
        Arguments.of("{\"topic\":\"nothing\",\"language\":\"de\"}", 422),
        Arguments.of("{\"topic\":\"" + INJECTION + "\",\"language\":\"de\"}", 422),
        Arguments.of("{\"topic\":\"housing\",\"language\":\"" + INJECTION + "\"}", 422),
        Arguments.of("{\"topic\":\"housing\",\"language\":\"xx\"}", 422),
        Arguments.of("{\"topic\":\"housing\",\"language\":[\"de\"]}", 422),
        Arguments.of("{\"topic\":\"" + "x".repeat(5000) + "\",\"language\":\"de\"}", 422),
        Arguments.of("{\"topic\":\"hou\\u0000sing\",\"language\":\"de\"}", 422),
        Arguments.of(
            "{\"topic\":\"housing\",\"language\":\"de\",\"audience\":\"" + "x".repeat(300) + "\"}",
            422),
        Arguments.of("[".repeat(30_000), 400));
  }

  @ParameterizedTest
  @MethodSource("badTickets")
  void aTicketRequestThatMakesNoSense(String body, int status) {
    assertProblem(api.post(TICKETS, body, "Idempotency-Key", UUID.randomUUID().toString()), status);
  }

  @Test
  void whatIsWrongIsSaidOfTheFieldInTheCallersLanguage() {
    Api.Answer answer =
        api.post(
            TICKETS,
            "{\"language\":\"de\"}",
            "Idempotency-Key",
            UUID.randomUUID().toString(),
            "Accept-Language",
            "ar");

    assertThat(answer.json().getJsonArray("errors").getJsonObject(0).getString("field"))
        .isEqualTo("topic");
    assertThat(answer.json().getString("title")).isEqualTo("البيانات غير مناسبة");
  }

  @Test
  void aTicketRequestWithoutAKeyOrWithAnEndlessOne() {
    String body = "{\"topic\":\"housing\",\"language\":\"de\"}";
    assertProblem(api.post(TICKETS, body), 422);
    assertProblem(api.post(TICKETS, body, "Idempotency-Key", "k".repeat(65)), 422);
  }

  @Test
  void aBodyOfTenMegabytes() {
    String body = "{\"topic\":\"" + "x".repeat(10_000_000) + "\"}";
    assertProblem(api.post(TICKETS, body, "Idempotency-Key", "k"), 413);
    assertProblem(
        api.send(
            "POST",
            TICKETS,
            BodyPublishers.ofInputStream(() -> new java.io.ByteArrayInputStream(body.getBytes())),
            "Idempotency-Key",
            "k"),
        413);
  }

  @Test
  void anotherContentType() {
    assertProblem(
        api.post(TICKETS, "topic=housing", "Content-Type", "text/plain", "Idempotency-Key", "k"),
        415);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/kiosk/api/v1/offices/nowhere/topics",
        "/kiosk/api/v1/nothing",
        "/kiosk/api/v1/tickets/A001",
        "/kiosk/api/v1/tickets/%27%20or%201%3D1",
        "/kiosk/api/v1/tickets/AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
        "/display/api/v1/offices/nowhere/board",
        "/display/api/v1/offices/%3Cscript%3E/board"
      })
  void anUnknownThing(String path) {
    assertProblem(api.get(path), 404);
  }

  @Test
  void aWrongMethod() {
    assertProblem(api.delete(TICKETS), 405);
    assertProblem(api.post("/display/api/v1/offices/hoerde/board", "{}"), 405);
  }

  @Test
  void aTicketOfNobody() {
    for (String action : List.of("", "/later", "/back")) {
      String path = "/kiosk/api/v1/tickets/AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA" + action;
      assertProblem(action.isEmpty() ? api.delete(path) : api.post(path, "{\"minutes\":5}"), 404);
    }
  }

  @Test
  void anythingByStaffWithoutSigningIn() {
    assertProblem(api.post("/admin/api/v1/counters/1/next", ""), 401);
    assertProblem(api.get("/admin/api/v1/offices/hoerde/line"), 401);
    assertProblem(
        api.get("/admin/api/v1/offices/hoerde/line", "Authorization", "Bearer nonsense"), 401);
    assertProblem(api.post("/admin/api/v1/tickets/1/call", "{}"), 401);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "[]",
        "{\"user\":1}",
        "{\"user\":\"hoerde-1\"}",
        "{\"user\":\"hoerde-1\",\"password\":\"demo\",\"office\":\"nowhere\",\"counter\":\"1\"}",
        "{\"user\":\"hoerde-1\",\"password\":\"demo\",\"office\":\"hoerde\",\"counter\":\"99\"}"
      })
  void aSignInThatMakesNoSense(String body) {
    assertProblem(api.post("/admin/api/v1/session", body), 400, 422);
  }

  @Test
  void aSignInWithAWrongPasswordOrName() {
    assertProblem(
        api.post(
            "/admin/api/v1/session", "{\"user\":\"brackel-3\",\"password\":\"" + INJECTION + "\"}"),
        401);
    assertProblem(
        api.post("/admin/api/v1/session", "{\"user\":\"" + INJECTION + "\",\"password\":\"demo\"}"),
        401);
  }

  @Test
  void staffActionsOnUnknownThings() {
    assertProblem(counsellor.act(999_999_999, "call"), 404);
    assertProblem(counsellor.act(999_999_999, "explode"), 404);
    assertProblem(
        api.post(
            "/admin/api/v1/tickets/abc/call",
            "{}",
            "Authorization",
            "Bearer " + counsellor.token()),
        404);
    assertProblem(
        api.post(
            "/admin/api/v1/counters/99999/next",
            "",
            "Authorization",
            "Bearer " + counsellor.token()),
        404);
    assertProblem(
        api.get(
            "/admin/api/v1/offices/eving/line", "Authorization", "Bearer " + counsellor.token()),
        404);
  }

  @Test
  void transitionsWithBodiesThatMakeNoSense() {
    long waiting =
        counsellor
            .line()
            .json()
            .getJsonArray("waiting")
            .getJsonObject(0)
            .getJsonNumber("id")
            .longValue();
    for (Map.Entry<String, List<String>> bad :
        Map.of(
                "park",
                List.of(
                    "{\"minutes\":-1}",
                    "{\"minutes\":\"x\"}",
                    "{\"minutes\":1e300}",
                    "{\"minutes\":99999999999999999999}"),
                "transfer",
                List.of(
                    "{}",
                    "{\"topic\":7}",
                    "{\"topic\":\"nothing\"}",
                    "{\"counter\":99999}",
                    "{\"counter\":\"1\"}",
                    "{\"office\":\"nowhere\"}",
                    "{\"office\":\"" + INJECTION + "\"}"),
                "finish",
                List.of("{\"topics\":\"x\"}", "{\"firstVisit\":\"yes\"}", "[1]"))
            .entrySet()) {
      for (String body : bad.getValue()) {
        assertProblem(counsellor.act(waiting, bad.getKey(), body), 400, 422);
      }
    }
    assertProblem(counsellor.act(waiting, "finish"), 409);
    assertProblem(counsellor.act(waiting, "recall"), 409);
  }

  @Test
  void aSocketFromAForeignPageIsRefusedBeforeItOpens() {
    assertRefused("/display/ws/hoerde", "lw.board.v1", 403, "Origin", "https://evil.example");
    assertRefused("/admin/ws/hoerde", "lw.line.v1", 403, "Origin", "https://evil.example");
  }

  @Test
  void aSocketToNowhereIsRefusedBeforeItOpens() {
    assertRefused("/display/ws/nowhere", "lw.board.v1", 404);
    assertRefused("/kiosk/ws/tickets/nothing", "lw.ticket.v1", 404);
  }

  @Test
  void aConsoleSocketWithoutSigningInIsRefusedBeforeItOpens() {
    assertThatThrownBy(() -> SocketClient.open(server.socket("/admin/ws/hoerde"), "lw.line.v1"))
        .isInstanceOf(CompletionException.class)
        .hasStackTraceContaining("40");
  }

  private void assertRefused(String path, String protocol, int status, String... headers) {
    // the JDK's client may not set Origin itself, so the handshake is written by hand
    assertThat(RawHandshake.statusOf(server.port(), path, protocol, headers)).isEqualTo(status);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "hello",
        "{}",
        "[]",
        "{\"type\":\"board\"}",
        "{\"type\":\"hello\",\"audio\":\"loud\"}",
        "{\"type\":\"shown\",\"seq\":\"one\"}",
        "{\"type\":7}"
      })
  void aSocketMessageThatIsNotUnderstoodEndsTheConnection(String message) throws Exception {
    try (SocketClient board =
        SocketClient.open(server.socket("/display/ws/hoerde"), "lw.board.v1")) {
      board.say(message);
      assertThat(board.closed().get(5, TimeUnit.SECONDS)).isEqualTo(1003);
    }
  }

  @Test
  void binaryEndsTheConnectionTooAndSoDoesALongMessage() throws Exception {
    try (SocketClient board =
        SocketClient.open(server.socket("/display/ws/hoerde"), "lw.board.v1")) {
      board.say(new byte[] {1, 2, 3});
      assertThat(board.closed().get(5, TimeUnit.SECONDS)).isEqualTo(1003);
    }
    try (SocketClient board =
        SocketClient.open(server.socket("/display/ws/hoerde"), "lw.board.v1")) {
      board.say("{\"type\":\"hello\",\"x\":\"" + "x".repeat(5000) + "\"}");
      assertThat(board.closed().get(5, TimeUnit.SECONDS)).isEqualTo(1009);
    }
  }
}
