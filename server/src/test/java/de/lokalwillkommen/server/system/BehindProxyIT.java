package de.lokalwillkommen.server.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A server behind a TLS proxy, configured by a file: the tests act as the proxy, and its mail
 * server accepts connections but never answers.
 */
class BehindProxyIT {

  private static final String PUBLIC = "https://kiosk.example";
  private static final String OTHER_PORT = "https://kiosk.example:444";

  private static RunningServer server;
  private static Api api;
  private static ServerSocket silentMail;

  @BeforeAll
  static void start(@TempDir Path folder) throws IOException {
    silentMail = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    // a letter that never comes fails the test instead of blocking it for ever
    silentMail.setSoTimeout(30_000);
    Path settings = folder.resolve("lw.properties");
    Files.writeString(
        settings,
        """
        lw.base-url = https://kiosk.example/
        lw.trusted-proxies = 127.0.0.1
        lw.kiosk.idle-seconds = 77
        lw.mail.host = 127.0.0.1
        lw.mail.port = %d
        lw.mail.tls = none
        lw.mail.from = termin@example.org
        """
            .formatted(silentMail.getLocalPort()));
    server = RunningServer.demo(folder.resolve("data"), "--config", settings.toString());
    api = new Api(server);
  }

  @AfterAll
  static void stop() throws IOException {
    server.close();
    silentMail.close();
  }

  @Test
  void theReadyLineStillNamesWhereItListens() {
    assertThat(server.output())
        .anyMatch(
            line ->
                line.startsWith(
                    "lokal willkommen is ready: http://127.0.0.1:" + server.port() + "/ "));
  }

  @Test
  void kiosksAreAsPatientAsTheFileSays() {
    assertThat(api.get("/kiosk/hoerde").body()).contains("data-idle-seconds=\"77\"");
  }

  @Test
  void theLocationOfATicketIsItsPublicOne() {
    Api.Answer issued = api.takeTicket("hoerde", "housing", "de");

    assertThat(issued.header("Location"))
        .isEqualTo(PUBLIC + "/kiosk/api/v1/tickets/" + issued.json().getString("token"));
  }

  @Test
  void monitoringIsForThisMachineAndNotForTheProxysClients() {
    for (String path : List.of("/health/ready", "/metrics", "/openapi")) {
      assertThat(api.get(path).status()).as(path).isEqualTo(200);
      assertThat(api.get(path, "X-Forwarded-For", "203.0.113.7").status()).as(path).isEqualTo(404);
      assertThat(api.get(path, "X-Forwarded-For", "127.0.0.1, 203.0.113.7").status())
          .as(path)
          .isEqualTo(404);
    }
  }

  @Test
  void redirectsStayAtThePublicAddress() {
    assertThat(api.get("/admin/").header("Location")).isEqualTo(PUBLIC + "/admin/sign-in.xhtml");
  }

  @Test
  void cookiesTravelOverTlsOnly() {
    Api.Answer page = api.get("/admin/sign-in.xhtml?lang=de");

    assertThat(page.headers().allValues("Set-Cookie"))
        .isNotEmpty()
        .allMatch(cookie -> cookie.contains("Secure"));
    assertThat(page.header("Strict-Transport-Security")).isNotEmpty();
  }

  @Test
  void socketsOpenFromPublicPagesAndFromNoOthers() {
    assertThat(handshake(PUBLIC)).isEqualTo(101);
    assertThat(handshake("http://127.0.0.1:" + server.port())).isEqualTo(403);
    assertThat(handshake(OTHER_PORT)).isEqualTo(403);
    assertThat(handshake("http://kiosk.example")).isEqualTo(403);
  }

  @Test
  void publicPagesMayChangeSomethingAndOthersMayNot() {
    assertThat(signIn(PUBLIC)).isEqualTo(200);
    assertThat(signIn(OTHER_PORT)).isEqualTo(403);
  }

  /** Calls and letters use separate threads. */
  @Test
  void aMailServerThatSaysNothingKeepsNoBoardWaiting() throws IOException {
    Api.Counsellor counsellor = api.signIn("hoerde", 1);
    String slot =
        counsellor
            .slots("housing", "de")
            .json()
            .getJsonArray("slots")
            .getJsonObject(0)
            .getString("id");
    URI board = server.socket("/display/ws/hoerde");
    try (SocketClient display = SocketClient.open(board, "lw.board.v1", "Origin", PUBLIC)) {
      assertThat(
              counsellor
                  .appointment(
                      "POST",
                      "",
                      """
                      {"slot":"%s","topic":"housing","language":"de","contact":"a@example.org"}\
                      """
                          .formatted(slot))
                  .status())
          .isEqualTo(201);
      try (Socket letter = silentMail.accept()) {
        api.takeTicket("hoerde", "housing", "de");
        String called = counsellor.next().json().getString("number");

        await().until(() -> display.messages("board").toString().contains(called));
        assertThat(isOpen(letter)).as("the letter is still waiting to be taken").isTrue();
      }
    }
  }

  /** The proxy appends the client's address; earlier entries by the client do not count. */
  @Test
  void oneAddressCannotTakeAllPlacesOfABoard() throws Exception {
    List<SocketClient> greedy = new ArrayList<>();
    try {
      for (int i = 0; i < 151; i++) {
        greedy.add(boardFor("192.0.2." + i + ", 203.0.113.9"));
      }
      CompletableFuture<?> turnedAway =
          CompletableFuture.anyOf(
              greedy.stream().map(SocketClient::closed).toArray(CompletableFuture[]::new));
      assertThat(turnedAway.get(Patience.millis(60), TimeUnit.MILLISECONDS)).isEqualTo(1013);
      try (SocketClient other = boardFor("198.51.100.1")) {
        await().until(() -> !other.messages("board").isEmpty());
      }
    } finally {
      greedy.forEach(SocketClient::close);
    }
  }

  /** The example that the package brings, with Debian's nginx. */
  @Test
  void theExampleForNginxCarriesPagesAndSockets(@TempDir Path folder) throws Exception {
    try (Nginx nginx = new Nginx(server.port(), folder.resolve("nginx"))) {
      assertThat(nginx.answer("GET /admin/sign-in.xhtml HTTP/1.1"))
          .startsWith("HTTP/1.1 200")
          .containsIgnoringCase("\r\nX-LW: 1")
          .containsIgnoringCase("\r\nStrict-Transport-Security:")
          .contains("Secure")
          .doesNotContain("nginx/");
      assertThat(nginx.answer("GET /health HTTP/1.1")).as("monitoring").startsWith("HTTP/1.1 404");
      assertThat(nginx.answer("POST /kiosk/api/v1/tickets HTTP/1.1\r\nContent-Length: 1300000"))
          .as("a body that is too large")
          .startsWith("HTTP/1.1 413");
      try (SSLSocket board = nginx.connect()) {
        Nginx.send(board, handshakeOf("/display/ws/hoerde", "lw.board.v1"));
        assertThat(Nginx.readUntil(board, "\"type\":\"board\"")).startsWith("HTTP/1.1 101");
        api.takeTicket("hoerde", "housing", "de");
        String called = api.signIn("hoerde", 2).next().json().getString("number");
        Nginx.readUntil(board, "\"number\":\"" + called + "\"");
      }
      assertThat(nginx.files()).as("nothing logs addresses").doesNotContain("access.log");
    }
  }

  @Test
  void theExampleForNginxSpeaksNewVersionsOfTlsAlone(@TempDir Path folder) throws Exception {
    try (Nginx nginx = new Nginx(server.port(), folder.resolve("nginx"))) {
      for (String version : List.of("TLSv1.2", "TLSv1.3")) {
        try (SSLSocket socket = nginx.connect(version)) {
          assertThat(socket.getSession().getProtocol()).isEqualTo(version);
        }
      }
      try (Socket plain = new Socket(InetAddress.getLoopbackAddress(), nginx.plainPort())) {
        assertThat(Nginx.exchange(plain, "GET /kiosk/hoerde HTTP/1.1"))
            .startsWith("HTTP/1.1 301")
            .contains("Location: https://kiosk.example/kiosk/hoerde");
      }
    }
  }

  @Test
  void theExampleForNginxAsksForPatienceWhileTheServerIsAway(@TempDir Path folder)
      throws Exception {
    try (Nginx nginx = new Nginx(FreePorts.next(), folder.resolve("nginx"))) {
      assertThat(nginx.answer("GET /kiosk/hoerde HTTP/1.1"))
          .startsWith("HTTP/1.1 503")
          .contains("Retry-After: 10", "http-equiv=\"refresh\"", "Einen Moment bitte", "لحظة")
          .doesNotContain("X-LW");
    }
  }

  private static String handshakeOf(String path, String protocol) {
    return "GET "
        + path
        + " HTTP/1.1\r\nHost: kiosk.example\r\nOrigin: https://kiosk.example"
        + "\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13"
        + "\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Protocol: "
        + protocol;
  }

  private static SocketClient boardFor(String forwardedFor) {
    return SocketClient.open(
        server.socket("/display/ws/eving"),
        "lw.board.v1",
        "Origin",
        PUBLIC,
        "X-Forwarded-For",
        forwardedFor);
  }

  private static boolean isOpen(Socket peer) throws IOException {
    peer.setSoTimeout(1);
    try {
      return peer.getInputStream().read() >= 0;
    } catch (SocketTimeoutException nothingSaidYet) {
      return true;
    }
  }

  private static int handshake(String origin) {
    return RawHandshake.statusOf(
        server.port(), "/display/ws/hoerde", "lw.board.v1", "Origin", origin);
  }

  private static int signIn(String origin) {
    return api.post(
            "/admin/api/v1/session",
            "{\"user\":\"eving-1\",\"password\":\"demo\",\"office\":\"eving\",\"counter\":\"1\"}",
            "Origin",
            origin)
        .status();
  }
}
