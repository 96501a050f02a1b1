package de.lokalwillkommen.server.front;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import de.lokalwillkommen.core.kernel.AtOnce;
import de.lokalwillkommen.web.security.shared.InstallationKey;
import de.lokalwillkommen.web.security.shared.SecurityLines;
import java.io.BufferedReader;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.glassfish.grizzly.Context;
import org.glassfish.grizzly.IOEventLifeCycleListener;
import org.glassfish.grizzly.ReadHandler;
import org.glassfish.grizzly.filterchain.BaseFilter;
import org.glassfish.grizzly.filterchain.FilterChainContext;
import org.glassfish.grizzly.filterchain.NextAction;
import org.glassfish.grizzly.http.CompressionConfig.CompressionMode;
import org.glassfish.grizzly.http.HttpContent;
import org.glassfish.grizzly.http.HttpRequestPacket;
import org.glassfish.grizzly.http.io.NIOInputStream;
import org.glassfish.grizzly.http.server.HttpHandler;
import org.glassfish.grizzly.http.server.HttpServer;
import org.glassfish.grizzly.http.server.NetworkListener;
import org.glassfish.grizzly.http.server.Request;
import org.glassfish.grizzly.http.server.Response;
import org.glassfish.grizzly.strategies.WorkerThreadIOStrategy;
import org.glassfish.grizzly.threadpool.ThreadPoolConfig;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The front in a listener like Payara's, with four threads, before a test application. */
class FrontTest {

  private static final int THREADS = 4;

  /** More bytes than the network buffers for a client that does not read. */
  private static final int LARGE = 24 * 1024 * 1024;

  /** More clients than are processed at a time, and the number of requests of each. */
  private static final int TALKERS = 24;

  private static final int TALK = 200;
  private static final int FLUSHES = 3;
  private static final int PIECE = 64;

  /** A short text frame. */
  private static final byte[] MESSAGE = {(byte) 0x81, 2, 'h', 'i'};

  private static final int REFUSALS = 100;

  private static final String FORM = "Content-Type: application/x-www-form-urlencoded\r\n";

  private final CountDownLatch hold = new CountDownLatch(1);
  private final AtomicInteger large = new AtomicInteger();
  private final AtomicInteger held = new AtomicInteger();
  private final AtomicInteger slow = new AtomicInteger();
  private final List<Socket> sockets = new CopyOnWriteArrayList<>();
  private HttpServer server;
  private Front front;

  @AfterEach
  void stop() throws IOException {
    hold.countDown();
    for (Socket socket : sockets) {
      socket.close();
    }
    server.shutdownNow();
  }

  private void start(Limits limits) throws IOException {
    start(limits, true);
  }

  private void start(Limits limits, boolean demo) throws IOException {
    start(limits, demo, 0, () -> {});
  }

  /**
   * Starts a server.
   *
   * @param before what happens before it listens
   */
  private void start(Limits limits, boolean demo, int port, Runnable before) throws IOException {
    front =
        new Front(
            Optional.empty(),
            Set.of(),
            Set.of(),
            demo,
            new SecurityLines(new InstallationKey(new byte[32])),
            limits);
    if (port > 0) {
      front.begin("127.0.0.1", port);
    }
    before.run();
    front.freePort();
    NetworkListener listener = new NetworkListener("front", "127.0.0.1", port);
    listener
        .getTransport()
        .setWorkerThreadPoolConfig(
            ThreadPoolConfig.defaultConfig().setCorePoolSize(THREADS).setMaxPoolSize(THREADS));
    listener.getTransport().setIOStrategy(WorkerThreadIOStrategy.getInstance());
    listener.registerAddOn(front);
    listener.registerAddOn(
        (none, chain) -> chain.add(chain.indexOfType(RequestGate.class) + 1, new Breaking()));
    listener.getCompressionConfig().setCompressionMode(CompressionMode.ON);
    listener.getCompressionConfig().setCompressibleMimeTypes("text/plain");
    server = new HttpServer();
    server.addListener(listener);
    server.getServerConfiguration().addHttpHandler(new Application(), "/");
    server.start();
    front.open();
  }

  private static Limits limits(Duration body, int connections) {
    return limits(body, connections, Limits.usual().unsent());
  }

  private static Limits limits(Duration body, int connections, long unsent) {
    Limits usual = Limits.usual();
    return new Limits(
        connections,
        usual.perAddress(),
        usual.head(),
        body,
        usual.answer(),
        usual.idle(),
        usual.linger(),
        usual.memory(),
        unsent,
        THREADS / 2,
        usual.strangersWaiting(),
        usual.turn());
  }

  private void start() throws IOException {
    start(limits(Duration.ofSeconds(30), 1000));
  }

  /** Echoes a body, blocks until the test goes on, or fails without a message. */
  private final class Application extends HttpHandler {

    @Override
    public void service(Request request, Response response) throws Exception {
      String path = request.getRequestURI();
      if (path.endsWith("/held")) {
        held.incrementAndGet();
        hold.await();
      }
      if (path.endsWith("/slow")) {
        slow.incrementAndGet();
      }
      if (path.endsWith("/count")) {
        response.getWriter().write(String.valueOf(slow.get()));
        return;
      }
      if (path.endsWith("/bare")) {
        response.setStatus(404);
        return;
      }
      if (path.endsWith("/payara")) {
        response.setStatus(500);
        response.setContentType("text/html");
        response.getWriter().write("<!DOCTYPE html PUBLIC \"x\"><title>Payara 6</title>");
        return;
      }
      if (path.endsWith("/known")) {
        response.setHeader(FrontCodec.RECOGNISED, "Authorization");
      }
      if (path.endsWith("/known-by-cookie")) {
        response.setHeader(FrontCodec.RECOGNISED, "lw-device");
      }
      if (path.endsWith("/large")) {
        response.getOutputStream().write(new byte[LARGE]);
        large.incrementAndGet();
        return;
      }
      if (path.endsWith("/echo")) {
        response.setHeader("X-Echo", request.getHeader("X-Echo"));
        response.setContentType("text/plain");
        for (int i = 0; i < FLUSHES; i++) {
          response.getOutputStream().write(new byte[PIECE]);
          response.getOutputStream().flush();
        }
        return;
      }
      if (path.endsWith("/ws/board")) {
        talk(request, response);
        return;
      }
      byte[] body = request.getInputStream().readAllBytes();
      response.setContentType("text/plain");
      response.getOutputStream().write(body);
    }
  }

  /** Opens a WebSocket and sends one message after the other, from a thread of its own. */
  private void talk(Request request, Response response) throws IOException {
    response.setStatus(101);
    response.setHeader("Upgrade", "websocket");
    response.setHeader("Connection", "Upgrade");
    response.suspend();
    response.flush();
    request.getNIOInputStream().notifyAvailable(new Listening(request.getNIOInputStream()));
    Thread talker =
        new Thread(
            () -> {
              try {
                while (hold.getCount() > 0) {
                  response.getOutputStream().write(MESSAGE);
                  response.getOutputStream().flush();
                }
              } catch (IOException gone) {
                // the client was refused
              }
            });
    talker.setDaemon(true);
    talker.start();
  }

  /** Reads what the client of a WebSocket sends, as an application does. */
  private record Listening(NIOInputStream in) implements ReadHandler {

    @Override
    public void onDataAvailable() throws IOException {
      in.skip(in.available());
      in.notifyAvailable(this);
    }

    @Override
    public void onError(Throwable failure) {
      // the client was refused
    }

    @Override
    public void onAllDataRead() {
      // the client has gone
    }
  }

  private Socket open(String sent) throws IOException {
    return open(InetAddress.getLoopbackAddress(), sent);
  }

  private Socket open(InetAddress from, String sent) throws IOException {
    Socket socket =
        new Socket(
            InetAddress.getLoopbackAddress(), server.getListener("front").getPort(), from, 0);
    socket.setSoTimeout(20_000);
    sockets.add(socket);
    socket.getOutputStream().write(sent.getBytes(StandardCharsets.ISO_8859_1));
    return socket;
  }

  /** Sends a request that ends its connection, and reads the answer. */
  private String ask(String sent) throws IOException {
    return read(open(sent));
  }

  private static String read(Socket socket) throws IOException {
    return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
  }

  private static String get(String path, String... headers) {
    return "GET "
        + path
        + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n"
        + String.join("", headers)
        + "\r\n";
  }

  private static String post(String headers, String body) {
    return "POST /kiosk/x HTTP/1.1\r\nHost: x\r\nConnection: close\r\n"
        + FORM
        + headers
        + "\r\n"
        + body;
  }

  @Test
  void aBodyReachesTheApplicationWhole() throws IOException {
    start();

    assertThat(ask(post("Content-Length: 5\r\n", "a=b&c"))).endsWith("a=b&c");
    assertThat(ask(post("Transfer-Encoding: chunked\r\n", "3\r\na=b\r\n2\r\n&c\r\n0\r\n\r\n")))
        .contains("a=b&c");
    Socket inPieces = open(post("Content-Length: 5\r\n", "a"));
    for (String piece : List.of("=", "b", "&c")) {
      inPieces.getOutputStream().write(piece.getBytes(StandardCharsets.ISO_8859_1));
      inPieces.getOutputStream().flush();
    }
    assertThat(read(inPieces)).endsWith("a=b&c");
  }

  @ParameterizedTest
  @CsvSource({"Content-Length: 3, a=b", "Transfer-Encoding: chunked, '3\r\na=b\r\n0\r\n\r\n'"})
  void aClientThatAsksBeforeSendingGetsContinue(String framing, String body) throws IOException {
    start();
    Socket socket = open(post("Expect: 100-continue\r\n" + framing + "\r\n", ""));
    byte[] answer = socket.getInputStream().readNBytes(25);
    socket.getOutputStream().write(body.getBytes(StandardCharsets.ISO_8859_1));

    assertThat(new String(answer, StandardCharsets.ISO_8859_1))
        .isEqualTo("HTTP/1.1 100 Continue\r\n\r\n");
    assertThat(read(socket)).startsWith("HTTP/1.1 200").contains("a=b");
  }

  @Test
  void aClientWhoseContentHasComeGetsNoContinue() throws IOException {
    start();
    String expects = "Expect: 100-continue\r\nContent-Length: 3\r\n";

    assertThat(ask(post(expects, "a=b"))).startsWith("HTTP/1.1 200");
  }

  @Test
  void aRefusedClientGetsNoContinue() throws IOException {
    start();
    String expects = "Expect: 100-continue\r\nContent-Length: 3\r\n";

    assertThat(ask("PUT /kiosk/x HTTP/1.1\r\nHost: x\r\n" + expects + "\r\n"))
        .doesNotContain("100 Continue");
  }

  @Test
  void clientsThatNeverEndHoldNoThread() throws IOException {
    start();
    for (int i = 0; i < 10 * THREADS; i++) {
      open(post("Content-Length: 1000\r\n", "a"));
      open("GET /kiosk/x HTTP/1.1\r\nHost: x\r\nX: ");
    }

    assertThat(ask(get("/kiosk/x"))).startsWith("HTTP/1.1 200");
  }

  @Test
  void aBodyHasATimeInAll() throws IOException {
    start(limits(Duration.ofMillis(100), 1000));

    assertThat(ask(post("Content-Length: 1000\r\n", "a"))).startsWith("HTTP/1.1 408");
  }

  @Test
  void bodiesThatAreTooLongAreRefusedHoweverTheyAreDeclared() throws IOException {
    start();
    String endless = ("10000\r\n" + "a".repeat(65_536) + "\r\n").repeat(5);

    assertThat(ask(post("Transfer-Encoding: chunked\r\n", endless))).startsWith("HTTP/1.1 413");
    assertThat(ask(get("/kiosk/" + "a".repeat(20_000)))).startsWith("HTTP/1.1 414");
    assertThat(ask(get("/kiosk/x", "X: " + "a".repeat(20_000) + "\r\n")))
        .startsWith("HTTP/1.1 431");
  }

  @Test
  void invalidHttpIsRefusedWithTheServersOwnPage() throws IOException {
    start();

    assertThat(ask("hello world\r\n\r\n")).startsWith("HTTP/1.1 505").contains("X-LW: 1");
    assertThat(ask("GET / HTTP/9\r\n\r\n")).startsWith("HTTP/1.1 505").contains("X-LW: 1");
    assertThat(ask(post("Content-Length: 3\r\nTransfer-Encoding: chunked\r\n", "0\r\n\r\n")))
        .startsWith("HTTP/1.1 400");
    assertThat(ask(post("Transfer-Encoding: chunked\r\n", "zz\r\n")))
        .startsWith("HTTP/1.1 400")
        .contains("X-LW: 1");
  }

  @Test
  void noOtherProtocolIsTakenUp() throws IOException {
    start();
    String upgrade = "Connection: Upgrade\r\nUpgrade: h2c\r\nContent-Length: 3\r\n";

    assertThat(
            ask(
                "POST /kiosk/x HTTP/1.1\r\nHost: x\r\n"
                    + FORM
                    + upgrade
                    + "\r\na=bGET /x HTTP/2\r\n\r\n"))
        .startsWith("HTTP/1.1 200");
  }

  @Test
  void untilItIsOpenAndOnceItCloses503IsTheAnswer() throws IOException {
    start();
    front.close("127.0.0.1", server.getListener("front").getPort());

    assertThat(ask(get("/kiosk/x", "Accept: text/html\r\n")))
        .startsWith("HTTP/1.1 503")
        .contains(
            "Retry-After: ", "X-LW: 1", "lang=\"de\"", "lang=\"en\"", "lang=\"ar\" dir=\"rtl\"");
    assertThat(ask(get("/kiosk/api/v1/offices", "Accept-Language: en\r\n")))
        .startsWith("HTTP/1.1 503")
        .contains("application/problem+json", "\"status\":503", "One moment");
  }

  @Test
  void theLastWordIs503AlsoWhenTheListenerIsGone() throws IOException {
    start();
    int port = server.getListener("front").getPort();
    front.close("127.0.0.1", port);
    server.shutdownNow();

    await()
        .ignoreExceptions()
        .untilAsserted(
            () -> {
              try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
                socket
                    .getOutputStream()
                    .write(
                        get("/kiosk/x", "Accept: text/html\r\n")
                            .getBytes(StandardCharsets.ISO_8859_1));
                assertThat(read(socket)).startsWith("HTTP/1.1 503").contains("lang=\"ar\"");
              }
            });
  }

  @Test
  void everyAnswerBearsOurMarkAndNoErrorIsWithoutAPageOfOurs() throws IOException {
    start();

    assertThat(ask(get("/kiosk/x"))).contains("X-LW: 1", "X-Content-Type-Options: nosniff");
    assertThat(ask(get("/kiosk/bare", "Accept: text/html\r\n")))
        .startsWith("HTTP/1.1 404")
        .contains("X-LW: 1", "lang=\"de\"");
    assertThat(ask(get("/kiosk/payara", "Accept: text/html\r\n")))
        .startsWith("HTTP/1.1 500")
        .contains("lang=\"ar\"")
        .doesNotContain("Payara");
  }

  @Test
  void strangersNeverHoldHalfOfTheThreads() throws IOException {
    start();
    String token = "Authorization: Bearer of-a-kiosk\r\n";
    assertThat(ask(get("/kiosk/known", token)))
        .startsWith("HTTP/1.1 200")
        .doesNotContain("Recognised");
    for (int i = 0; i < 3 * THREADS; i++) {
      open(get("/kiosk/held"));
    }
    await().until(() -> held.get() == THREADS / 2);

    assertThat(ask(get("/kiosk/x", token))).startsWith("HTTP/1.1 200");
    assertThat(held).hasValue(THREADS / 2);

    Socket waiting = open(get("/kiosk/x"));
    hold.countDown();
    assertThat(read(waiting)).startsWith("HTTP/1.1 200");
    await().until(() -> held.get() == 3 * THREADS);
  }

  @Test
  void aStrangerWithManyRequestsLetsOthersPass() throws IOException {
    start();
    for (int i = 0; i < THREADS / 2; i++) {
      open(get("/kiosk/held"));
    }
    await().until(() -> held.get() == THREADS / 2);
    int many = 20;
    for (int i = 0; i < many; i++) {
      open(get("/kiosk/slow"));
    }
    Socket other = open(InetAddress.getByName("127.0.0.2"), get("/kiosk/count"));

    await().until(() -> front.turns().waiting() == many + 1);
    hold.countDown();

    // the first one or two in its turn; some more may have begun before it counts on a busy machine
    assertThat(Integer.parseInt(read(other).replaceFirst("(?s).*\\n", "").strip()))
        .isLessThan(many / 2);
  }

  @Test
  void onlyAnApplicationMakesACallerKnown() throws IOException {
    start(limits(Duration.ofSeconds(30), 1000), false);
    String call = "/kiosk/api/v1/offices/hoerde/tickets";
    String token = "Authorization: Bearer of-a-kiosk\r\n";

    for (String method : List.of("OPTIONS", "GET", "HEAD", "DELETE")) {
      assertThat(ask(get(call, token).replace("GET", method))).startsWith("HTTP/1.1 200");
    }
    assertThat(front.known().knowsAddress("127.0.0.1")).isFalse();

    ask(get(call + "/known", token));
    assertThat(front.known().knowsAddress("127.0.0.1")).isTrue();
  }

  /** Clients with an idle connection, on which they have got an answer. */
  private List<Socket> idle(int count) throws IOException {
    List<Socket> idle = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      Socket socket = open(ECHO);
      assertThat(answer(reader(socket))).isEqualTo("abcd");
      idle.add(socket);
    }
    return idle;
  }

  @Test
  void aClientWithoutUnreadBytesIsNotCutForOthers() throws IOException {
    start(limits(Duration.ofSeconds(30), 1000, 1024));
    List<Socket> idle = idle(20);
    List<Socket> unread = List.of(open(get("/kiosk/large")), open(get("/kiosk/large")));

    await().until(() -> large.get() == unread.size());
    await().until(() -> front.wires().count() == idle.size());

    for (Socket socket : idle) {
      socket.getOutputStream().write(ECHO.getBytes(StandardCharsets.ISO_8859_1));
      assertThat(answer(reader(socket))).isEqualTo("abcd");
    }
  }

  @Test
  void anInventedCredentialBesideAGoodOneIsNotKnown() throws IOException {
    start();
    String good = "Authorization: Bearer of-a-kiosk\r\n";
    ask(get("/kiosk/known", good, "Cookie: lw-device=invented\r\n"));
    Head invented = head("Cookie: lw-device=invented");

    assertThat(front.known().knows(invented)).isFalse();
    assertThat(front.known().knows(head("Authorization: Bearer of-a-kiosk"))).isTrue();
    assertThat(front.known().knows(head("Authorization: Bearer invented"))).isFalse();
  }

  @Test
  void oneOfTwoCookiesOfTheSameNameIsNotKnownEither() throws IOException {
    start();
    ask(get("/kiosk/known-by-cookie", "Cookie: lw-device=invented; lw-device=good\r\n"));
    assertThat(front.known().knowsAddress("127.0.0.1")).isFalse();

    ask(get("/kiosk/known-by-cookie", "Cookie: lw-device=good; other=x\r\n"));
    assertThat(front.known().knows(head("Cookie: lw-device=good"))).isTrue();
  }

  private static Head head(String line) {
    return new Head() {
      @Override
      public String method() {
        return "GET";
      }

      @Override
      public String path() {
        return "/kiosk/x";
      }

      @Override
      public String query() {
        return "";
      }

      @Override
      public List<String> all(String header) {
        return line.startsWith(header + ": ")
            ? List.of(line.substring(header.length() + 2))
            : List.of();
      }

      @Override
      public boolean isHttp10() {
        return false;
      }
    };
  }

  @Test
  void theHostOfAWholeAddressReplacesNoOther() throws IOException {
    start();

    assertThat(ask(get("http://evil.example/kiosk/x"))).startsWith("HTTP/1.1 400");
    assertThat(ask(get("http://evil.example"))).startsWith("HTTP/1.1 400");
    assertThat(ask(get("http://x/kiosk/x", "Host: y\r\n"))).startsWith("HTTP/1.1 400");
    assertThat(ask(get("http://x/kiosk/x").replace("Host: x\r\n", ""))).startsWith("HTTP/1.1 400");
    assertThat(ask(get("HTTP://x/kiosk/x"))).startsWith("HTTP/1.1 200");
  }

  @Test
  void aQueryIsReadByteForByte() throws IOException {
    start();

    assertThat(ask(get("/kiosk/x?a=\u00FF"))).startsWith("HTTP/1.1 400");
    assertThat(ask(get("/kiosk/x?a=%C3%BF"))).startsWith("HTTP/1.1 200");
  }

  @Test
  void aSlotIsFreeAgainWhateverIsThrown() throws IOException {
    start();
    for (int i = 0; i < 2 * THREADS; i++) {
      assertThat(ask(get("/kiosk/broken"))).isEmpty();
    }

    assertThat(ask(get("/kiosk/x"))).startsWith("HTTP/1.1 200");
  }

  /** Lets the processing of some requests fail, and the handling of the failure too. */
  private static final class Breaking extends BaseFilter {

    private static final IOEventLifeCycleListener BROKEN =
        new IOEventLifeCycleListener.Adapter() {
          @Override
          public void onError(Context context, Object description) {
            throw new StackOverflowError("as deep as it gets");
          }
        };

    @Override
    public NextAction handleRead(FilterChainContext context) {
      HttpContent content = context.getMessage();
      if (((HttpRequestPacket) content.getHttpHeader()).getRequestURI().endsWith("/broken")) {
        context.getInternalContext().addLifeCycleListener(BROKEN);
        throw new StackOverflowError("deep");
      }
      return context.getInvokeAction();
    }
  }

  @Test
  void refusalsAreWrittenToTheSecurityLog() throws IOException {
    List<String> written = new CopyOnWriteArrayList<>();
    Logger logger = Logger.getLogger(SecurityLines.LOGGER);
    Handler handler =
        new Handler() {
          @Override
          public void publish(LogRecord line) {
            written.add(line.getMessage());
          }

          @Override
          public void flush() {}

          @Override
          public void close() {}
        };
    logger.addHandler(handler);
    try {
      start(limits(Duration.ofSeconds(30), 1000), false);
      ask(post("Origin: https://evil.example\r\n", ""));
      ask(get("/admin/api/v1/counters/1/next").replace("GET", "POST"));
      ask(get("/admin/start.xhtml").replace("GET", "POST"));
      ask(get("/kiosk/api/v1/offices/hoerde/tickets").replace("GET", "POST"));
      ask(get("/kiosk/hoerde").replace("GET", "TRACE"));
      ask(get("/kiosk/hoerde").replace("GET", "BREW"));
      ask(get("/kiosk/x").replace("Host: x", "Host: a b"));
      ask(get("/kiosk/x;y"));
      ask(post("Content-Length: 3\r\n", "").replace(FORM, "Content-Type: multipart/x\r\n"));
      ask(post("Content-Length: 3000000\r\n", ""));
      ask("hello world\r\n\r\n");
      ask(get("/nichts"));
      ask(get("/kiosk/x"));
    } finally {
      logger.removeHandler(handler);
    }

    assertThat(written)
        .allMatch(line -> line.contains(" result=refused who=- from=- app=front reason=front."))
        .extracting(line -> line.replaceFirst("event=(\\S+) .* reason=(\\S+)", "$1 $2"))
        .containsExactly(
            "csrf_fail front.origin",
            "authz_fail front.noSignIn",
            "authz_fail front.noSignIn",
            "device_token_fail front.noToken",
            "input_validation_fail front.method",
            "input_validation_fail front.method",
            "input_validation_fail front.host",
            "input_validation_fail front.address",
            "input_validation_fail front.mediaType",
            "input_validation_fail front.length",
            "input_validation_fail front.framing");
  }

  @Test
  void beforeTheListenerListensTheAnswerIs503() throws IOException {
    int port;
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = free.getLocalPort();
    }
    start(
        limits(Duration.ofSeconds(30), 1000),
        true,
        port,
        () -> {
          assertThat(ask(port, get("/kiosk/x", "Accept: text/html\r\n")))
              .startsWith("HTTP/1.1 503")
              .contains("Retry-After: ", "X-LW: 1", "lang=\"ar\"");
          assertThat(ask(port, get("/kiosk/x")))
              .startsWith("HTTP/1.1 503")
              .contains("problem+json");
        });

    assertThat(ask(get("/kiosk/x"))).startsWith("HTTP/1.1 200");
  }

  private static String ask(int port, String sent) {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.setSoTimeout(20_000);
      socket.getOutputStream().write(sent.getBytes(StandardCharsets.ISO_8859_1));
      return read(socket);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void requestsSentAheadDoNotPileUp() throws IOException {
    start();

    String answers = ask(get("/kiosk/x").replace("Connection: close\r\n", "").repeat(500));

    assertThat(answers.split("HTTP/1.1 200", -1)).hasSizeLessThan(10);
  }

  @Test
  void thereIsAnEndToConnections() throws IOException {
    start(limits(Duration.ofSeconds(30), 10));
    for (int i = 0; i < 8; i++) {
      open("GET ");
    }
    await().until(() -> front.wires().count() == 8);

    assertThat(ask("")).isEmpty();
  }

  private static final String ECHO =
      "POST /kiosk/x HTTP/1.1\r\nHost: x\r\n" + FORM + "Content-Length: 4\r\n\r\nabcd";

  /** Sends requests on one connection, each as soon as the previous answer is there. */
  private void askOneAfterTheOther(int times) throws IOException {
    Socket socket = open("");
    BufferedReader answers = reader(socket);
    for (int i = 0; i < times; i++) {
      socket.getOutputStream().write(ECHO.getBytes(StandardCharsets.ISO_8859_1));
      assertThat(answer(answers)).as("answer " + i).isEqualTo("abcd");
    }
  }

  private static BufferedReader reader(Socket socket) throws IOException {
    return new BufferedReader(
        new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
  }

  /** The body of the next answer if it has the announced length; otherwise what came instead. */
  private static String answer(BufferedReader answers) throws IOException {
    int length = -1;
    for (String line = answers.readLine(); ; line = answers.readLine()) {
      if (line == null) {
        return "closed";
      }
      if (line.startsWith("Content-Length: ")) {
        length = Integer.parseInt(line.substring("Content-Length: ".length()));
      }
      if (line.isEmpty()) {
        break;
      }
    }
    char[] body = new char[length];
    int read = 0;
    while (read < length) {
      read += answers.read(body, read, length - read);
    }
    return new String(body);
  }

  @Test
  void aClientThatAsksAgainAtOnceIsAlwaysAnswered() throws Exception {
    start();
    List<Callable<Boolean>> clients = new ArrayList<>();
    for (int i = 0; i < 2 * THREADS; i++) {
      clients.add(
          () -> {
            askOneAfterTheOther(2_000);
            return true;
          });
    }
    ExecutorService threads = Executors.newFixedThreadPool(clients.size());
    try {
      for (Future<Boolean> client : threads.invokeAll(clients)) {
        assertThat(client.get()).isTrue();
      }
    } finally {
      threads.shutdownNow();
    }
  }

  /**
   * Sends requests over one connection, and asks for compressed answers.
   *
   * @return the number of answers that were not to the request
   */
  private int countForeignAnswers(int client) throws IOException {
    int foreign = 0;
    Socket socket = open("");
    for (int request = 0; request < TALK; request++) {
      String own = "client-" + client + "-request-" + request;
      String headers = "X-Echo: " + own + "\r\nAccept-Encoding: gzip\r\n";
      socket
          .getOutputStream()
          .write(
              ("GET /kiosk/echo HTTP/1.1\r\nHost: x\r\n" + headers + "\r\n")
                  .getBytes(StandardCharsets.ISO_8859_1));
      String head = readHead(socket);
      if (!head.contains("X-Echo: " + own + "\r\n")) {
        foreign++;
      }
      skipChunks(socket);
    }
    return foreign;
  }

  private static String readHead(Socket socket) throws IOException {
    StringBuilder head = new StringBuilder();
    String line;
    do {
      line = readLine(socket);
      head.append(line);
    } while (!line.equals("\r\n"));
    return head.toString();
  }

  private static String readLine(Socket socket) throws IOException {
    StringBuilder line = new StringBuilder();
    int next;
    do {
      next = socket.getInputStream().read();
      if (next < 0) {
        throw new EOFException("cut off after " + line);
      }
      line.append((char) next);
    } while (next != '\n');
    return line.toString();
  }

  private static void skipChunks(Socket socket) throws IOException {
    int size;
    do {
      size = Integer.parseInt(readLine(socket).strip(), 16);
      socket.getInputStream().readNBytes(size);
      readLine(socket);
    } while (size > 0);
  }

  @Test
  void clientsThatWaitForTheirTurnGetTheirOwnAnswers() throws Exception {
    start();

    assertThat(AtOnce.race(TALKERS, client -> () -> countForeignAnswers(client))).containsOnly(0);
  }

  @Test
  void aRefusedSocketReadsWhyAndNothingAfterwards() throws Exception {
    start();
    byte[] gibibyte = {(byte) 0x81, (byte) 0xFF, 0, 0, 0, 0, 0x40, 0, 0, 0, 1, 2, 3, 4};
    String handshake = "Connection: Upgrade\r\nUpgrade: websocket\r\n";

    for (int i = 0; i < REFUSALS; i++) {
      Socket socket = open("GET /display/ws/board HTTP/1.1\r\nHost: x\r\n" + handshake + "\r\n");
      assertThat(readHead(socket)).startsWith("HTTP/1.1 101");
      socket.getInputStream().readNBytes(MESSAGE.length * (i + 1));
      socket.getOutputStream().write(gibibyte);
      byte[] rest = socket.getInputStream().readNBytes(LARGE);
      assertThat(rest).as("time " + i).endsWith(0x88, 0x02, 0x03, 0xF1);
    }
  }
}
