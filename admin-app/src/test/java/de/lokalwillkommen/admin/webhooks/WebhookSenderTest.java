package de.lokalwillkommen.admin.webhooks;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import de.lokalwillkommen.core.webhooks.DeliveryProblem;
import de.lokalwillkommen.core.webhooks.SendingWebhooks;
import de.lokalwillkommen.core.webhooks.WebhookHosts;
import de.lokalwillkommen.core.webhooks.WebhookMessage;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Messages to a receiver on this machine, which answers well, badly or not at all. */
class WebhookSenderTest {

  private static final WebhookHosts THIS_MACHINE = new WebhookHosts(Set.of("localhost"));
  private static final Duration LONG = Duration.ofSeconds(30);
  private static final Duration SHORT = Duration.ofMillis(300);

  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final CountDownLatch thawed = new CountDownLatch(1);
  private final Box box = new Box();
  private HttpServer receiver;

  /** The outbox of the tests: what is due, and what was recorded. */
  private static final class Box extends SendingWebhooks {

    private final Map<Long, Queue<WebhookMessage>> due = new TreeMap<>();
    private final BlockingQueue<String> results = new LinkedBlockingQueue<>();
    private final List<Long> paused = new ArrayList<>();
    private long overdue = -1;

    @Override
    public List<Long> listActive() {
      return List.copyOf(due.keySet());
    }

    @Override
    public boolean isOverdue(long webhook) {
      return webhook == overdue;
    }

    @Override
    public void pauseOverdue(long webhook) {
      paused.add(webhook);
    }

    @Override
    public synchronized List<WebhookMessage> takeDue(long webhook, int atMost) {
      List<WebhookMessage> taken = new ArrayList<>();
      while (taken.size() < atMost && !due.get(webhook).isEmpty()) {
        taken.add(due.get(webhook).remove());
      }
      return taken;
    }

    @Override
    public void answered(WebhookMessage message, int status) {
      results.add(message.id() + " " + status);
    }

    @Override
    public void unanswered(WebhookMessage message, DeliveryProblem problem) {
      results.add(message.id() + " " + problem);
    }

    String next() throws InterruptedException {
      return results.poll(LONG.toSeconds(), TimeUnit.SECONDS);
    }
  }

  @BeforeEach
  void listen() throws IOException {
    receiver = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    receiver.setExecutor(threads);
    receiver.createContext("/good", answering(204));
    receiver.createContext("/frozen", this::freeze);
    receiver.start();
  }

  @AfterEach
  void stop() {
    thawed.countDown();
    receiver.stop(0);
    threads.shutdownNow();
  }

  private static HttpHandler answering(int status) {
    return exchange -> {
      exchange.getRequestBody().readAllBytes();
      exchange.sendResponseHeaders(status, -1);
      exchange.close();
    };
  }

  private void freeze(HttpExchange exchange) {
    try {
      thawed.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    exchange.close();
  }

  private void due(long webhook, String id, String path) {
    URI address = URI.create("http://localhost:" + receiver.getAddress().getPort() + path);
    due(webhook, id, address);
  }

  private void due(long webhook, String id, URI address) {
    box.due
        .computeIfAbsent(webhook, w -> new ArrayDeque<>())
        .add(new WebhookMessage(1, webhook, address, id, 1_614_265_330, "v1,abc", "{\"a\":1}"));
  }

  private WebhookSender deliver(WebhookHosts hosts, Duration patience) {
    WebhookSender sender = new WebhookSender(box, new Dispatch(hosts, patience));
    sender.deliver(threads);
    return sender;
  }

  @Test
  void aMessageArrivesWithItsHeaders() throws Exception {
    List<String> got = new ArrayList<>();
    receiver.createContext(
        "/new",
        exchange -> {
          for (String name :
              List.of("Webhook-Id", "Webhook-Timestamp", "Webhook-Signature", "Content-Type")) {
            got.add(exchange.getRequestHeaders().getFirst(name));
          }
          got.add(new String(exchange.getRequestBody().readAllBytes(), UTF_8));
          exchange.sendResponseHeaders(200, -1);
          exchange.close();
        });
    due(1, "m1", "/new");

    deliver(THIS_MACHINE, LONG);

    assertThat(box.next()).isEqualTo("m1 200");
    assertThat(got).containsExactly("m1", "1614265330", "v1,abc", "application/json", "{\"a\":1}");
  }

  @Test
  void aReceiverThatFreezesHoldsUpNoOther() throws Exception {
    for (int i = 0; i < 3 * WebhookSender.AT_ONCE; i++) {
      due(1, "frozen" + i, "/frozen");
    }
    due(2, "good", "/good");

    WebhookSender sender = deliver(THIS_MACHINE, LONG);
    assertThat(box.next()).isEqualTo("good 204");

    due(2, "better", "/good");
    sender.deliver(threads);
    assertThat(box.next()).isEqualTo("better 204");
    assertThat(box.due.get(1L)).as("no more than its places").hasSize(2 * WebhookSender.AT_ONCE);
  }

  @Test
  void itsPlacesAreFreeAgainAfterAWhile() throws Exception {
    for (int i = 0; i < 2 * WebhookSender.AT_ONCE; i++) {
      due(1, "m", "/frozen");
    }
    WebhookSender sender = deliver(THIS_MACHINE, SHORT);
    for (int i = 0; i < WebhookSender.AT_ONCE; i++) {
      assertThat(box.next()).isEqualTo("m TIMEOUT");
    }
    while (!box.due.get(1L).isEmpty()) {
      sender.deliver(threads);
      Thread.sleep(10);
    }
    assertThat(box.next()).isEqualTo("m TIMEOUT");
  }

  @Test
  void whatWaitsFollowsWithoutAnotherRound() throws Exception {
    for (int i = 0; i < 3 * WebhookSender.AT_ONCE; i++) {
      due(1, "m", "/good");
    }

    deliver(THIS_MACHINE, LONG);

    for (int i = 0; i < 3 * WebhookSender.AT_ONCE; i++) {
      assertThat(box.next()).isEqualTo("m 204");
    }
  }

  @Test
  void aRedirectIsNotFollowed() throws Exception {
    AtomicInteger inside = new AtomicInteger();
    receiver.createContext(
        "/inside",
        exchange -> {
          inside.incrementAndGet();
          answering(200).handle(exchange);
        });
    receiver.createContext(
        "/away",
        exchange -> {
          exchange.getResponseHeaders().set("Location", "/inside");
          answering(307).handle(exchange);
        });
    due(1, "m", "/away");

    deliver(THIS_MACHINE, LONG);

    assertThat(box.next()).isEqualTo("m 307");
    assertThat(inside).hasValue(0);
  }

  @Test
  void aNameThatMeansThisMachineIsNotAskedUnlessItIsAllowed() throws Exception {
    due(1, "m", "/good");

    deliver(new WebhookHosts(Set.of()), LONG);

    assertThat(box.next()).isEqualTo("m INTERNAL_ADDRESS");
  }

  @Test
  void theEndOfALongAnswerIsNotAwaited() throws Exception {
    receiver.createContext(
        "/endless",
        exchange -> {
          exchange.sendResponseHeaders(200, 0);
          try (OutputStream body = exchange.getResponseBody()) {
            while (thawed.getCount() > 0) {
              body.write(new byte[1024]);
            }
          }
        });
    due(1, "m", "/endless");

    deliver(THIS_MACHINE, LONG);

    assertThat(box.next()).isEqualTo("m 200");
  }

  @Test
  void anAnswerThatComesDropByDropIsGivenUp() throws Exception {
    receiver.createContext(
        "/drops",
        exchange -> {
          exchange.sendResponseHeaders(200, 0);
          exchange.getResponseBody().flush();
          freeze(exchange);
        });
    due(1, "m", "/drops");

    deliver(THIS_MACHINE, SHORT);

    assertThat(box.next()).isEqualTo("m TIMEOUT");
  }

  @Test
  void aReceiverThatIsOffIsRecorded() throws Exception {
    due(1, "m", "/good");
    receiver.stop(0);

    deliver(THIS_MACHINE, LONG);

    assertThat(box.next()).isEqualTo("m NO_CONNECTION");
  }

  @Test
  void encryptionThatFailsIsRecorded() throws Exception {
    try (ServerSocket plain = new ServerSocket(0, 0, InetAddress.getLoopbackAddress())) {
      threads.execute(() -> answerInPlainText(plain));
      due(1, "m", URI.create("https://localhost:" + plain.getLocalPort() + "/"));

      deliver(THIS_MACHINE, LONG);

      assertThat(box.next()).isEqualTo("m NOT_SECURE");
    }
  }

  private void answerInPlainText(ServerSocket plain) {
    try (Socket connection = plain.accept()) {
      connection.getOutputStream().write("HTTP/1.1 400 Bad Request\r\n\r\n".getBytes(UTF_8));
      connection.getOutputStream().flush();
      thawed.await();
    } catch (IOException | InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void aWebhookWithTooManyDeliveriesIsPaused() {
    due(1, "m", "/good");
    box.overdue = 1;

    deliver(THIS_MACHINE, LONG);

    assertThat(box.paused).containsExactly(1L);
    assertThat(box.due.get(1L)).hasSize(1);
  }
}
