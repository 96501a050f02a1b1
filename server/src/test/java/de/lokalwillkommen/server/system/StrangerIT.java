package de.lokalwillkommen.server.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Attacks by a client that has no rights and knows only the address: each has a bounded effect. */
class StrangerIT {

  private static final int CLIENTS = 170;

  /** The number of sockets of each kind that get each ticket's changes. */
  private static final int LISTENERS = 40;

  private static final int MEBIBYTE = 1024 * 1024;
  private static final String FORM = "Content-Type: application/x-www-form-urlencoded\r\n";
  private static final Set<String> PRODUCTS =
      Set.of(
          "payara",
          "grizzly",
          "glassfish",
          "catalina",
          "tomcat",
          "jersey",
          "mojarra",
          "eclipse",
          "exception");

  /** A close frame with code 1009. */
  private static final byte[] TOO_BIG = {(byte) 0x88, 0x02, 0x03, (byte) 0xF1};

  /** A close frame with code 1008. */
  private static final byte[] TOO_OFTEN = {(byte) 0x88, 0x02, 0x03, (byte) 0xF0};

  private final RunningServer server = RunningServer.shared();
  private final Api api = new Api(server);
  private final List<Socket> sockets = new ArrayList<>();

  @AfterEach
  void aKioskIssuesTicketsAsEver() throws IOException {
    try {
      assertThat(api.takeTicket("hoerde", "housing", "de").status()).isEqualTo(201);
    } finally {
      for (Socket socket : sockets) {
        socket.close();
      }
    }
  }

  private Socket open(String sent) throws IOException {
    Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port());
    socket.setSoTimeout(Patience.millis(30));
    sockets.add(socket);
    socket.getOutputStream().write(sent.getBytes(StandardCharsets.ISO_8859_1));
    return socket;
  }

  private String head(String method, String path, String... headers) {
    String host = "Host: 127.0.0.1:" + server.port() + "\r\n";
    return method
        + " "
        + path
        + " HTTP/1.1\r\n"
        + host
        + "Accept: text/html\r\n"
        + String.join("", headers)
        + "\r\n";
  }

  private String handshake() {
    return handshake("/display/ws/hoerde", "lw.board.v1");
  }

  private String handshake(String path, String protocol, String... headers) {
    return head(
        "GET",
        path,
        "Upgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\n",
        "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Protocol: "
            + protocol
            + "\r\n",
        String.join("", headers));
  }

  /** An open socket, whose first messages have not been read. */
  private Socket socket(String office) throws IOException {
    return upgraded(handshake().replace("hoerde", office));
  }

  private Socket upgraded(String handshake) throws IOException {
    Socket socket = open(handshake);
    assertThat(line(socket.getInputStream())).startsWith("HTTP/1.1 101");
    while (!line(socket.getInputStream()).isEmpty()) {
      // the other headers
    }
    return socket;
  }

  private static String line(InputStream in) throws IOException {
    StringBuilder line = new StringBuilder();
    for (int next = in.read(); next >= 0 && next != '\n'; next = in.read()) {
      line.append((char) next);
    }
    return line.toString().strip();
  }

  private static String lastBytes(Socket socket) throws IOException {
    byte[] all = socket.getInputStream().readAllBytes();
    return new String(
        all, Math.max(0, all.length - 4), Math.min(4, all.length), StandardCharsets.ISO_8859_1);
  }

  private static void write(Socket socket, byte[] bytes) throws IOException {
    try {
      socket.getOutputStream().write(bytes);
    } catch (SocketException closedMeanwhile) {
      // that is the expected result
    }
  }

  /** The header of a frame that promises a gibibyte. */
  private static byte[] gibibyte() {
    return ByteBuffer.allocate(14)
        .put((byte) 0x81)
        .put((byte) 0xFF)
        .putLong(1L << 30)
        .putInt(7)
        .array();
  }

  @Test
  void aFrameOfAGibibyteIsRefusedByItsHeaderOnPhonesAndConsolesToo() throws Exception {
    String live =
        api.takeTicket("hoerde", "housing", "de").json().getJsonObject("links").getString("live");
    Api.Counsellor counsellor = api.signIn("mengede", 2);
    String bearer = "Authorization: Bearer " + counsellor.token() + "\r\n";

    List<Socket> clients = new ArrayList<>();
    for (int i = 0; i < LISTENERS; i++) {
      clients.add(upgraded(handshake(live, "lw.ticket.v1")));
      clients.add(upgraded(handshake("/admin/ws/mengede", "lw.line.v1", bearer)));
    }
    // the refusal arrives whole and last even beside what the application sends at this moment
    CompletableFuture<Void> tickets =
        CompletableFuture.runAsync(
            () -> {
              for (int i = 0; i < LISTENERS; i++) {
                api.takeTicket("mengede", "housing", "de");
              }
            });
    for (Socket client : clients) {
      write(client, gibibyte());
      assertThat(lastBytes(client)).isEqualTo(new String(TOO_BIG, StandardCharsets.ISO_8859_1));
    }
    tickets.get();
  }

  @Test
  void aThousandFramesOfAGibibyteAreRefusedByTheirHeaders() throws IOException {
    byte[] header = gibibyte();
    // fewer than the 500 places of an office, so that boards of other tests find one meanwhile
    for (String office : List.of("brackel", "eving", "luetgendortmund")) {
      for (int i = 0; i < 334; i++) {
        socket(office);
      }
    }
    for (Socket socket : sockets) {
      write(socket, header);
    }
    String refused = new String(TOO_BIG, StandardCharsets.ISO_8859_1);
    for (Socket socket : sockets) {
      assertThat(lastBytes(socket)).isEqualTo(refused);
    }
  }

  @Test
  void fragmentsWithoutEndAreRefused() throws IOException {
    byte[] first = {0x01, (byte) 0x81, 1, 2, 3, 4, 'x'};
    byte[] next = {0x00, (byte) 0x81, 1, 2, 3, 4, 'x'};
    Socket socket = socket("hoerde");
    write(socket, first);
    for (int i = 0; i < 5000; i++) {
      write(socket, next);
    }

    assertThat(lastBytes(socket)).isEqualTo(new String(TOO_BIG, StandardCharsets.ISO_8859_1));
  }

  @Test
  void pingsWithoutEndAreRefused() throws IOException {
    byte[] ping = {(byte) 0x89, (byte) 0x80, 1, 2, 3, 4};
    Socket socket = socket("hoerde");
    for (int i = 0; i < 1_000; i++) {
      write(socket, ping);
    }

    assertThat(lastBytes(socket)).isEqualTo(new String(TOO_OFTEN, StandardCharsets.ISO_8859_1));
  }

  /** Each of these requests used to block a thread for ever. */
  @Test
  void framesSentWithTheHandshakeKeepNoThread() throws IOException {
    for (int i = 0; i < CLIENTS; i++) {
      open(handshake() + "\u0081\u0081abcdx");
    }
    for (Socket socket : sockets) {
      assertThat(line(socket.getInputStream())).startsWith("HTTP/1.1 400");
    }
  }

  @Test
  void noUploadReachesTheDisk() throws IOException {
    Path temporary = server.data().resolve("run/tmp");
    Set<Path> before = files(temporary);
    String part = "--x\r\nContent-Disposition: form-data; name=\"f\"; filename=\"f\"\r\n\r\n";
    for (String path :
        List.of("/admin/sign-in.xhtml", "/kiosk/hoerde", "/kiosk/pages/home.xhtml")) {
      Socket upload =
          open(
              head(
                      "POST",
                      path,
                      "Content-Type: multipart/form-data; boundary=x\r\nContent-Length: 300000000\r\n")
                  + part);
      write(upload, new byte[MEBIBYTE]);

      assertThat(line(upload.getInputStream())).startsWith("HTTP/1.1 415");
    }
    assertThat(files(temporary)).isEqualTo(before);
  }

  private static Set<Path> files(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.collect(Collectors.toSet());
    }
  }

  @Test
  void fiveHundredSlowClientsHoldNothing() throws IOException {
    for (int i = 0; i < CLIENTS; i++) {
      open("GET /kiosk/hoerde HTTP/1.1\r\nHost: x\r\nX: ");
      open(head("POST", "/kiosk/hoerde", FORM, "Content-Length: 1000\r\n") + "a");
      // sends requests and never reads the answers
      open(head("GET", "/kiosk/hoerde"));
    }
    for (int round = 0; round < 3; round++) {
      for (Socket socket : sockets) {
        write(socket, new byte[] {'a'});
      }
      assertThat(api.get("/kiosk/hoerde").status()).isEqualTo(200);
      assertThat(api.get("/display/hoerde").status()).isEqualTo(200);
      assertThat(api.takeTicket("hoerde", "housing", "de").status()).isEqualTo(201);
    }
  }

  static Collection<Map.Entry<String, Integer>> errors() {
    return List.of(
        Map.entry("GET /nichts HTTP/1.1\r\nHost: x\r\n", 404),
        Map.entry("GET /display/assets/0/none.css HTTP/1.1\r\nHost: x\r\n", 404),
        Map.entry("GET /display/ws/nowhere HTTP/1.1\r\nHost: x\r\n", 404),
        Map.entry("GET /kiosk/nowhere/at/all HTTP/1.1\r\nHost: x\r\n", 404),
        Map.entry("GET /metrics/nothing HTTP/1.1\r\nHost: x\r\n", 404),
        Map.entry("GET /openapi/nothing HTTP/1.1\r\nHost: x\r\n", 404),
        Map.entry("nonsense\r\n", 505),
        Map.entry("GET /kiosk/ HTTP/1.1\r\n", 400),
        Map.entry("GET /kiosk/ HTTP/1.1\r\nHost: a\r\nHost: b\r\n", 400),
        Map.entry("GET /admin/sign-in.xhtml;x HTTP/1.1\r\nHost: x\r\n", 400),
        Map.entry(
            "POST /kiosk/hoerde HTTP/1.1\r\nHost: x\r\nContent-Length: 3\r\nTransfer-Encoding: chunked\r\n",
            400),
        Map.entry("PUT /kiosk/hoerde HTTP/1.1\r\nHost: x\r\n", 405),
        Map.entry("CONNECT /kiosk/hoerde HTTP/1.1\r\nHost: x\r\n", 405),
        Map.entry("TRACE /kiosk/hoerde HTTP/1.1\r\nHost: x\r\n", 405),
        Map.entry("PUT /kiosk/api/v1/offices HTTP/1.1\r\nHost: x\r\n", 405),
        Map.entry("BREW /kiosk/hoerde HTTP/1.1\r\nHost: x\r\n", 501),
        Map.entry("PRI * HTTP/2.0\r\n", 505),
        Map.entry("POST /kiosk/hoerde HTTP/1.1\r\nHost: x\r\nContent-Length: 3000000\r\n", 413),
        Map.entry("GET /kiosk/" + "a".repeat(20_000) + " HTTP/1.1\r\nHost: x\r\n", 414),
        Map.entry("GET /kiosk/ HTTP/1.1\r\nHost: x\r\nX: " + "a".repeat(20_000) + "\r\n", 431),
        Map.entry(
            "POST /kiosk/hoerde HTTP/1.1\r\nHost: x\r\nOrigin: https://evil.example\r\n", 403),
        Map.entry(
            "POST /kiosk/hoerde HTTP/1.1\r\nHost: x\r\nContent-Length: 3\r\nContent-Type:"
                + " application/x-www-form-urlencoded; charset=nonsense\r\n",
            415));
  }

  @ParameterizedTest
  @MethodSource("errors")
  void noAnswerNamesWhatThisRunsOn(Map.Entry<String, Integer> error) throws IOException {
    Socket socket = open(error.getKey() + "Accept: text/html\r\nConnection: close\r\n\r\n");
    String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

    assertThat(answer).startsWith("HTTP/1.1 " + error.getValue()).contains("X-LW: 1");
    assertThat(PRODUCTS).noneMatch(answer.toLowerCase(Locale.ROOT)::contains);
  }

  @ParameterizedTest
  @MethodSource("ours")
  void everyAnswerIsMarkedAndGuarded(String path) {
    Api.Answer answer = api.get(path);

    assertThat(answer.header("X-LW")).isEqualTo("1");
    assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
    assertThat(answer.header("Content-Security-Policy"))
        .contains("default-src 'none'", "frame-ancestors 'none'");
    assertThat(answer.headers().map())
        .doesNotContainKeys("server", "x-powered-by", "x-lw-recognised");
  }

  static List<String> ours() {
    return List.of(
        "/",
        "/openapi",
        "/metrics",
        "/health/ready",
        "/kiosk/",
        "/display/hoerde/",
        "/admin/",
        "/nichts");
  }

  @Test
  void aBoardIsFoundWithASlashAtTheEndToo() {
    assertThat(api.get("/display/hoerde/").body()).isEqualTo(api.get("/display/hoerde").body());
  }
}
