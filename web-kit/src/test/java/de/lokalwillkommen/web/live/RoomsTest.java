package de.lokalwillkommen.web.live;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.websocket.RemoteEndpoint;
import jakarta.websocket.Session;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RoomsTest {

  private static final String ROOM = "hoerde";

  private final ScheduledExecutorService threads = Executors.newScheduledThreadPool(2);
  private final ExecutorService visitors = Executors.newFixedThreadPool(2);
  private final Rooms rooms =
      new Rooms(
          room -> new Scene(1, Json.createObjectBuilder().add("room", room).build()),
          threads,
          Clock.systemUTC(),
          Duration.ofMillis(1));

  @AfterEach
  void close() {
    rooms.close();
    threads.shutdownNow();
    visitors.shutdownNow();
  }

  /** Somebody before a screen, who may be slow to sit down. */
  private static final class Onlooker {

    private final LinkedBlockingQueue<String> seen = new LinkedBlockingQueue<>();
    private final Runnable sittingDown;

    Onlooker(Runnable sittingDown) {
      this.sittingDown = sittingDown;
    }

    Session session() {
      RemoteEndpoint.Async remote =
          proxy(
              RemoteEndpoint.Async.class,
              (method, arguments) -> {
                if (method.equals("setSendTimeout")) {
                  sittingDown.run();
                } else if (method.equals("sendText")) {
                  seen.add((String) arguments[0]);
                }
                return null;
              });
      return proxy(Session.class, (method, arguments) -> remote);
    }
  }

  private interface Answer {
    Object to(String method, Object[] arguments);
  }

  private static <T> T proxy(Class<T> type, Answer answer) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (self, method, arguments) ->
                switch (method.getName()) {
                  case "hashCode" -> System.identityHashCode(self);
                  case "equals" -> self == arguments[0];
                  default -> answer.to(method.getName(), arguments);
                }));
  }

  @Test
  void whoComesSeesThePresentSceneAndWhoLeavesLastClosesTheRoom() throws Exception {
    Onlooker somebody = new Onlooker(() -> {});
    Session session = somebody.session();

    rooms.enter(ROOM, session);
    assertThat(somebody.seen.poll(5, TimeUnit.SECONDS)).contains(ROOM);
    assertThat(rooms.isEmpty(ROOM)).isFalse();

    rooms.leave(ROOM, session);
    assertThat(rooms.isEmpty(ROOM)).isTrue();
  }

  /** A page that is loaded anew: its new socket opens while the old one closes. */
  @Test
  void whoComesWhileTheLastOneLeavesIsStillTold() throws Exception {
    Session old = new Onlooker(() -> {}).session();
    rooms.enter(ROOM, old);
    CountDownLatch entering = new CountDownLatch(1);
    CountDownLatch left = new CountDownLatch(1);
    Onlooker reloaded =
        new Onlooker(
            () -> {
              entering.countDown();
              // as slow as it takes for the other to be gone, if the other can go meanwhile
              await(left, 200);
            });

    Future<?> leaving =
        visitors.submit(
            () -> {
              await(entering, 5_000);
              rooms.leave(ROOM, old);
              left.countDown();
            });
    visitors.submit(() -> rooms.enter(ROOM, reloaded.session())).get(5, TimeUnit.SECONDS);
    leaving.get(5, TimeUnit.SECONDS);

    assertThat(reloaded.seen.poll(5, TimeUnit.SECONDS)).contains(ROOM);
    rooms.changed(ROOM::equals);
    assertThat(reloaded.seen.poll(3, TimeUnit.SECONDS)).contains(ROOM);
  }

  private static void await(CountDownLatch latch, long millis) {
    try {
      latch.await(millis, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
