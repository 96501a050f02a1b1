package de.lokalwillkommen.web.live;

import static java.util.Collections.nCopies;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.websocket.RemoteEndpoint;
import jakarta.websocket.Session;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RoomsTest {

  private static final String ROOM = "hoerde";
  private static final int IN_ROOM = 2;
  private static final int IN_ALL = 3;
  private static final int VISITORS = 8;

  private final ScheduledExecutorService threads = Executors.newScheduledThreadPool(2);
  private final ExecutorService visitors = Executors.newFixedThreadPool(VISITORS);
  private final Rooms rooms =
      new Rooms(
          room -> new Scene(1, Json.createObjectBuilder().add("room", room).build()),
          threads,
          Clock.systemUTC(),
          Duration.ofMillis(1),
          new Rooms.Limits(IN_ROOM, IN_ALL));

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

  private static Session somebody() {
    return new Onlooker(() -> {}).session();
  }

  private boolean enters(String room) {
    return rooms.enter(room, somebody());
  }

  @Test
  void aFullRoomLetsInAsManyAsLeaveAndOthersAreOpen() {
    Session first = somebody();
    assertThat(rooms.enter(ROOM, first)).isTrue();
    assertThat(enters(ROOM)).isTrue();
    assertThat(enters(ROOM)).isFalse();

    rooms.leave(ROOM, first);

    assertThat(enters(ROOM)).isTrue();
    assertThat(enters(ROOM)).isFalse();
    assertThat(enters("eving")).isTrue();
  }

  @Test
  void aFullHouseLetsNobodyIntoAnyRoom() {
    Session first = somebody();
    assertThat(rooms.enter("a", first)).isTrue();
    assertThat(enters("b")).isTrue();
    assertThat(enters("c")).isTrue();
    assertThat(enters("d")).isFalse();
    assertThat(rooms.isEmpty("d")).as("a room nobody was let into").isTrue();

    rooms.leave("a", first);

    assertThat(enters("d")).isTrue();
    assertThat(enters("e")).isFalse();
  }

  @Test
  void whoWasNotLetInTakesNoPlaceAndGivesNoneBack() {
    enters(ROOM);
    enters(ROOM);
    for (int i = 0; i < 10; i++) {
      Session refused = somebody();
      assertThat(rooms.enter(ROOM, refused)).isFalse();
      rooms.leave(ROOM, refused);
    }

    assertThat(enters(ROOM)).isFalse();
    assertThat(enters("eving")).isTrue();
    assertThat(enters("eving")).as("one more than fit into the house").isFalse();
  }

  /** A connection that is found broken when something is sent, and is closed for that. */
  @Test
  void whoCanBeToldNothingAnyMoreGivesItsPlaceBackOnce() throws Exception {
    CountDownLatch closed = new CountDownLatch(1);
    Session broken =
        proxy(
            Session.class,
            (method, arguments) -> {
              if (method.equals("close")) {
                closed.countDown();
                return null;
              }
              return proxy(
                  RemoteEndpoint.Async.class,
                  (sending, text) -> {
                    if (sending.equals("sendText")) {
                      throw new IllegalStateException("closed");
                    }
                    return null;
                  });
            });

    assertThat(rooms.enter(ROOM, broken)).isTrue();
    assertThat(closed.await(5, TimeUnit.SECONDS)).isTrue();
    assertThat(rooms.isEmpty(ROOM)).isTrue();
    rooms.leave(ROOM, broken);

    assertThat(enters("a")).isTrue();
    assertThat(enters("b")).isTrue();
    assertThat(enters("c")).isTrue();
    assertThat(enters("d")).isFalse();
  }

  @Test
  void whoeverComesAndGoesAtTheSameTimeNoPlaceIsTakenTwiceOrLost() throws Exception {
    List<String> names = List.of("a", "b");
    Map<String, AtomicInteger> present =
        Map.of("a", new AtomicInteger(), "b", new AtomicInteger(), "all", new AtomicInteger());
    CyclicBarrier atOnce = new CyclicBarrier(VISITORS);
    Callable<Integer> comingAndGoing =
        () -> {
          atOnce.await(5, TimeUnit.SECONDS);
          int tooMany = 0;
          for (int i = 0; i < 5_000; i++) {
            String room = names.get(i % names.size());
            Session session = somebody();
            if (rooms.enter(room, session)) {
              if (present.get(room).incrementAndGet() > IN_ROOM) {
                tooMany++;
              }
              if (present.get("all").incrementAndGet() > IN_ALL) {
                tooMany++;
              }
              present.get(room).decrementAndGet();
              present.get("all").decrementAndGet();
              rooms.leave(room, session);
            }
          }
          return tooMany;
        };

    for (Future<Integer> tooMany : visitors.invokeAll(nCopies(VISITORS, comingAndGoing))) {
      assertThat(tooMany.get(30, TimeUnit.SECONDS)).isZero();
    }

    assertThat(names).allMatch(rooms::isEmpty);
    assertThat(enters("a")).isTrue();
    assertThat(enters("a")).isTrue();
    assertThat(enters("b")).isTrue();
    assertThat(enters("b")).isFalse();
  }

  private static void await(CountDownLatch latch, long millis) {
    try {
      latch.await(millis, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
