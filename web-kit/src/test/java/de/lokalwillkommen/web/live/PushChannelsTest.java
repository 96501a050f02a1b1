package de.lokalwillkommen.web.live;

import static java.util.Collections.nCopies;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import jakarta.json.Json;
import jakarta.websocket.CloseReason;
import jakarta.websocket.RemoteEndpoint;
import jakarta.websocket.Session;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PushChannelsTest {

  private static final String CHANNEL = "hoerde";
  private static final int IN_ROOM = 2;
  private static final int IN_ALL = 3;
  private static final int VISITORS = 8;

  private final ScheduledExecutorService threads = Executors.newScheduledThreadPool(2);
  private final ExecutorService visitors = Executors.newFixedThreadPool(VISITORS);
  private final AtomicInteger changes = new AtomicInteger();
  private final PushChannels channels =
      new PushChannels(
          UnaryOperator.identity(),
          (office, names) -> Map.of(office, snapshot(office, changes.get())),
          threads,
          Clock.systemUTC(),
          new PushSettings(2, Duration.ofMillis(1), Duration.ZERO, 50, false),
          new SubscriberPlaces(
              new SubscriberPlaces.Limits(IN_ROOM, IN_ALL, IN_ALL, 0), Clock.systemUTC()));

  private static Snapshot snapshot(String channel, int version) {
    return new Snapshot(
        version,
        Json.createObjectBuilder().add("channel", channel).add("version", version).build());
  }

  @AfterEach
  void close() {
    channels.close();
    threads.shutdownNow();
    visitors.shutdownNow();
  }

  /** A client whose connection may be slow to open. */
  private static final class Viewer {

    private final LinkedBlockingQueue<String> seen = new LinkedBlockingQueue<>();
    private final Runnable sittingDown;

    Viewer(Runnable sittingDown) {
      this.sittingDown = sittingDown;
    }

    Session session() {
      RemoteEndpoint.Async remote =
          StandIn.of(
              RemoteEndpoint.Async.class,
              (method, arguments) -> {
                if (method.equals("setSendTimeout")) {
                  sittingDown.run();
                } else if (method.equals("sendText")) {
                  seen.add((String) arguments[0]);
                }
                return null;
              });
      return StandIn.of(
          Session.class, (method, arguments) -> method.equals("getAsyncRemote") ? remote : null);
    }
  }

  @Test
  void variantsOfAChannelShareItsPlaces() {
    Session german = new Viewer(() -> {}).session();
    assertThat(channels.subscribe("hoerde?de", CHANNEL, german)).isTrue();
    assertThat(channels.subscribe("hoerde?ar", CHANNEL, new Viewer(() -> {}).session())).isTrue();
    assertThat(channels.subscribe(CHANNEL, new Viewer(() -> {}).session())).isFalse();

    channels.unsubscribe("hoerde?de", german);
    assertThat(channels.subscribe(CHANNEL, new Viewer(() -> {}).session())).isTrue();
  }

  @Test
  void onlySubscribersWithAnExpiredBadgeAreClosed() {
    List<String> closed = new CopyOnWriteArrayList<>();
    for (String badge : List.of("one", "two")) {
      channels.subscribe(CHANNEL, withBadge(badge, closed));
    }
    assertThat(channels.badges()).containsExactlyInAnyOrder("one", "two");

    channels.dismiss(Set.of("two", "gone"), CloseReason.CloseCodes.VIOLATED_POLICY);

    assertThat(closed).containsExactly("two");
    assertThat(channels.badges()).containsExactly("one");
  }

  private static Session withBadge(String badge, List<String> closed) {
    RemoteEndpoint.Async remote =
        StandIn.of(RemoteEndpoint.Async.class, (method, arguments) -> null);
    Subscriber subscriber = new Subscriber(Optional.empty(), Optional.of(badge), false);
    return StandIn.of(
        Session.class,
        (method, arguments) ->
            switch (method) {
              case "getAsyncRemote" -> remote;
              case "getUserPrincipal" -> subscriber;
              case "close" -> closed.add(badge) ? null : badge;
              default -> null;
            });
  }

  @Test
  void aNewSubscriberGetsTheSnapshotAndTheLastToLeaveClosesTheChannel() throws Exception {
    Viewer viewer = new Viewer(() -> {});
    Session session = viewer.session();

    channels.subscribe(CHANNEL, session);
    assertThat(viewer.seen.poll(5, TimeUnit.SECONDS)).contains(CHANNEL);
    assertThat(channels.isEmpty(CHANNEL)).isFalse();

    channels.unsubscribe(CHANNEL, session);
    assertThat(channels.isEmpty(CHANNEL)).isTrue();
  }

  /** A page that is reloaded: its new socket opens while the old one closes. */
  @Test
  void aSubscriberWhoJoinsWhileTheLastOneLeavesIsStillTold() throws Exception {
    Session old = new Viewer(() -> {}).session();
    channels.subscribe(CHANNEL, old);
    CountDownLatch entering = new CountDownLatch(1);
    CountDownLatch left = new CountDownLatch(1);
    Viewer reloaded =
        new Viewer(
            () -> {
              entering.countDown();
              // waits until the other session has left, if it can leave meanwhile
              await(left, 200);
            });

    Future<?> leaving =
        visitors.submit(
            () -> {
              await(entering, 5_000);
              channels.unsubscribe(CHANNEL, old);
              left.countDown();
            });
    visitors.submit(() -> channels.subscribe(CHANNEL, reloaded.session())).get(5, TimeUnit.SECONDS);
    leaving.get(5, TimeUnit.SECONDS);

    assertThat(reloaded.seen.poll(5, TimeUnit.SECONDS)).contains(CHANNEL);
    changes.incrementAndGet();
    channels.changed(CHANNEL);
    assertThat(reloaded.seen.poll(3, TimeUnit.SECONDS)).contains(CHANNEL);
  }

  private static Session viewer() {
    return new Viewer(() -> {}).session();
  }

  private boolean enters(String channel) {
    return channels.subscribe(channel, viewer());
  }

  @Test
  void aFullChannelAcceptsAsManyAsLeaveAndOthersAreOpen() {
    Session first = viewer();
    assertThat(channels.subscribe(CHANNEL, first)).isTrue();
    assertThat(enters(CHANNEL)).isTrue();
    assertThat(enters(CHANNEL)).isFalse();

    channels.unsubscribe(CHANNEL, first);

    assertThat(enters(CHANNEL)).isTrue();
    assertThat(enters(CHANNEL)).isFalse();
    assertThat(enters("eving")).isTrue();
  }

  @Test
  void aFullHubAcceptsNoSubscriberInAnyChannel() {
    Session first = viewer();
    assertThat(channels.subscribe("a", first)).isTrue();
    assertThat(enters("b")).isTrue();
    assertThat(enters("c")).isTrue();
    assertThat(enters("d")).isFalse();
    assertThat(channels.isEmpty("d")).as("a channel without subscribers").isTrue();

    channels.unsubscribe("a", first);

    assertThat(enters("d")).isTrue();
    assertThat(enters("e")).isFalse();
  }

  @Test
  void aRefusedSubscriberTakesNoPlaceAndGivesNoneBack() {
    enters(CHANNEL);
    enters(CHANNEL);
    for (int i = 0; i < 10; i++) {
      Session refused = viewer();
      assertThat(channels.subscribe(CHANNEL, refused)).isFalse();
      channels.unsubscribe(CHANNEL, refused);
    }

    assertThat(enters(CHANNEL)).isFalse();
    assertThat(enters("eving")).isTrue();
    assertThat(enters("eving")).as("one more than fit into the hub").isFalse();
  }

  /** A connection that turns out to be broken when a message is sent, and is closed. */
  @Test
  void aBrokenSubscriberGivesItsPlaceBackOnce() throws Exception {
    CountDownLatch closed = new CountDownLatch(1);
    Session broken = brokenSession(closed, new IllegalStateException("closed"));

    assertThat(channels.subscribe(CHANNEL, broken)).isTrue();
    assertThat(closed.await(5, TimeUnit.SECONDS)).isTrue();
    assertThat(channels.isEmpty(CHANNEL)).isTrue();
    channels.unsubscribe(CHANNEL, broken);

    assertThat(enters("a")).isTrue();
    assertThat(enters("b")).isTrue();
    assertThat(enters("c")).isTrue();
    assertThat(enters("d")).isFalse();
  }

  private static Session brokenSession(CountDownLatch closed, Throwable failure) {
    return StandIn.of(
        Session.class,
        (method, arguments) -> {
          if (method.equals("close")) {
            closed.countDown();
            return null;
          }
          if (method.equals("getUserPrincipal")) {
            return null;
          }
          return StandIn.of(
              RemoteEndpoint.Async.class,
              (sending, text) -> {
                if (sending.equals("sendText")) {
                  throw failure;
                }
                return null;
              });
        });
  }

  /**
   * Tyrus throws a bare RuntimeException for a connection that breaks in the moment in which it
   * sends: {@code TyrusWebSocket.checkConnectedState}.
   */
  static List<Throwable> failures() {
    return List.of(
        new RuntimeException("not connected"), new NullPointerException(), new AssertionError());
  }

  @ParameterizedTest
  @MethodSource("failures")
  void aSubscriberWhoBreaksInTheMomentOfSendingTakesNoMessageFromOthers(Throwable failure)
      throws Exception {
    Viewer other = new Viewer(() -> {});
    assertThat(channels.subscribe(CHANNEL, other.session())).isTrue();
    assertThat(other.seen.poll(5, TimeUnit.SECONDS)).contains("\"version\":0");
    CountDownLatch closed = new CountDownLatch(1);
    assertThat(channels.subscribe(CHANNEL, brokenSession(closed, failure))).isTrue();
    assertThat(closed.await(5, TimeUnit.SECONDS)).isTrue();

    changes.incrementAndGet();
    channels.changed(CHANNEL);

    assertThat(other.seen.poll(5, TimeUnit.SECONDS)).contains("\"version\":1");
  }

  @Test
  void concurrentSubscribersTakeAndLoseNoPlaceTwice() throws Exception {
    List<String> names = List.of("a", "b");
    Map<String, AtomicInteger> present =
        Map.of("a", new AtomicInteger(), "b", new AtomicInteger(), "all", new AtomicInteger());
    CyclicBarrier atOnce = new CyclicBarrier(VISITORS);
    Callable<Integer> comingAndGoing =
        () -> {
          atOnce.await(5, TimeUnit.SECONDS);
          int tooMany = 0;
          for (int i = 0; i < 5_000; i++) {
            String channel = names.get(i % names.size());
            Session session = viewer();
            if (channels.subscribe(channel, session)) {
              if (present.get(channel).incrementAndGet() > IN_ROOM) {
                tooMany++;
              }
              if (present.get("all").incrementAndGet() > IN_ALL) {
                tooMany++;
              }
              present.get(channel).decrementAndGet();
              present.get("all").decrementAndGet();
              channels.unsubscribe(channel, session);
            }
          }
          return tooMany;
        };

    for (Future<Integer> tooMany : visitors.invokeAll(nCopies(VISITORS, comingAndGoing))) {
      assertThat(tooMany.get(30, TimeUnit.SECONDS)).isZero();
    }

    assertThat(names).allMatch(channels::isEmpty);
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

  @Test
  void allChannelsOfAnOfficeAreReadTogetherAndOnlyChangedOnesAreTold() throws Exception {
    int many = 500;
    AtomicInteger reads = new AtomicInteger();
    Map<String, Integer> versions = new ConcurrentHashMap<>();
    PushChannels phones =
        new PushChannels(
            token -> CHANNEL,
            (office, names) -> {
              reads.incrementAndGet();
              return names.stream()
                  .collect(Collectors.toMap(n -> n, n -> snapshot(n, versions.getOrDefault(n, 0))));
            },
            threads,
            Clock.systemUTC(),
            new PushSettings(1, Duration.ofMillis(20), Duration.ZERO, 50, false),
            new SubscriberPlaces(
                new SubscriberPlaces.Limits(IN_ROOM, 2 * many, many, 0), Clock.systemUTC()));
    Map<String, Viewer> onlookers = new HashMap<>();
    for (int i = 0; i < many; i++) {
      Viewer phone = new Viewer(() -> {});
      onlookers.put("token" + i, phone);
      phones.subscribe("token" + i, phone.session());
    }
    for (Viewer phone : onlookers.values()) {
      assertThat(phone.seen.poll(5, TimeUnit.SECONDS)).contains("token");
    }
    int before = reads.get();

    versions.put("token7", 1);
    phones.changed(CHANNEL);

    assertThat(onlookers.get("token7").seen.poll(5, TimeUnit.SECONDS)).contains("token7");
    assertThat(reads.get() - before).as("for a change and a beat at most").isLessThanOrEqualTo(2);
    onlookers.remove("token7");
    assertThat(onlookers.values())
        .allSatisfy(
            phone -> assertThat(phone.seen).noneMatch(message -> message.contains("channel")));
    phones.close();
  }

  /** The change comes after the board has been read and before anything is sent. */
  @Test
  void aChangeWhileABoardIsBeingReadIsSentToo() throws Exception {
    CountDownLatch reading = new CountDownLatch(1);
    CountDownLatch changed = new CountDownLatch(1);
    PushChannels boards =
        new PushChannels(
            UnaryOperator.identity(),
            (office, names) -> {
              int version = changes.get();
              reading.countDown();
              await(changed, 5_000);
              return Map.of(office, snapshot(office, version));
            },
            threads,
            Clock.systemUTC(),
            new PushSettings(1, Duration.ofMillis(1), Duration.ZERO, 50, true),
            new SubscriberPlaces(
                new SubscriberPlaces.Limits(IN_ROOM, IN_ALL, IN_ALL, 0), Clock.systemUTC()));
    Viewer display = new Viewer(() -> {});
    boards.subscribe(CHANNEL, display.session());
    assertThat(reading.await(5, TimeUnit.SECONDS)).isTrue();

    changes.incrementAndGet();
    boards.changed(CHANNEL);
    changed.countDown();

    assertThat(display.seen.poll(3, TimeUnit.SECONDS)).contains("\"version\":0");
    assertThat(display.seen.poll(3, TimeUnit.SECONDS)).contains("\"version\":1");
    boards.close();
  }

  /** Threads whose scheduled work runs when a test triggers it. */
  private static final class WithBeatsByHand extends ScheduledThreadPoolExecutor {

    private Runnable beat = () -> {};

    WithBeatsByHand() {
      super(1);
    }

    @Override
    public ScheduledFuture<?> scheduleAtFixedRate(
        Runnable work, long delay, long period, TimeUnit unit) {
      beat = work;
      return schedule(() -> {}, 0, unit);
    }
  }

  @Test
  void theRegularCheckSendsChangesOrElseASignOfLife() throws Exception {
    WithBeatsByHand byHand = new WithBeatsByHand();
    PushChannels boards =
        new PushChannels(
            UnaryOperator.identity(),
            (office, names) -> Map.of(office, snapshot(office, changes.get())),
            byHand,
            Clock.systemUTC(),
            new PushSettings(1, Duration.ofMillis(1), Duration.ZERO, 50, true),
            new SubscriberPlaces(
                new SubscriberPlaces.Limits(IN_ROOM, IN_ALL, IN_ALL, 0), Clock.systemUTC()));
    Viewer display = new Viewer(() -> {});
    boards.subscribe(CHANNEL, display.session());
    assertThat(display.seen.poll(3, TimeUnit.SECONDS)).contains("\"version\":0");

    byHand.beat.run();
    assertThat(display.seen.poll(3, TimeUnit.SECONDS)).contains("beat").doesNotContain("channel");

    changes.incrementAndGet();
    byHand.beat.run();
    assertThat(display.seen.poll(3, TimeUnit.SECONDS)).contains("\"channel\"", "\"version\":1");
    boards.close();
    byHand.shutdownNow();
  }

  @Test
  void aRegularCheckThatFailsDoesNotEndThoseThatFollow() throws Exception {
    WithBeatsByHand byHand = new WithBeatsByHand();
    AtomicBoolean away = new AtomicBoolean();
    PushChannels boards =
        new PushChannels(
            name -> {
              if (away.get()) {
                throw new IllegalStateException("the database is away");
              }
              return name;
            },
            (office, names) -> Map.of(office, snapshot(office, changes.get())),
            byHand,
            Clock.systemUTC(),
            new PushSettings(1, Duration.ofMillis(1), Duration.ZERO, 50, true),
            new SubscriberPlaces(
                new SubscriberPlaces.Limits(IN_ROOM, IN_ALL, IN_ALL, 0), Clock.systemUTC()));
    Viewer display = new Viewer(() -> {});
    boards.subscribe(CHANNEL, display.session());
    assertThat(display.seen.poll(3, TimeUnit.SECONDS)).contains("\"version\":0");

    away.set(true);
    assertThatCode(byHand.beat::run).doesNotThrowAnyException();
    away.set(false);
    changes.incrementAndGet();
    byHand.beat.run();

    assertThat(display.seen.poll(3, TimeUnit.SECONDS)).contains("\"version\":1");
    boards.close();
    byHand.shutdownNow();
  }

  @Test
  void anEndedChannelIsToldSoAndClosed() throws Exception {
    AtomicBoolean over = new AtomicBoolean();
    PushChannels phones =
        new PushChannels(
            token -> CHANNEL,
            (office, names) -> over.get() ? Map.of() : Map.of("token", snapshot("token", 1)),
            threads,
            Clock.systemUTC(),
            new PushSettings(1, Duration.ofMillis(1), Duration.ZERO, 50, false),
            new SubscriberPlaces(
                new SubscriberPlaces.Limits(IN_ROOM, IN_ALL, IN_ALL, 0), Clock.systemUTC()));
    Viewer phone = new Viewer(() -> {});
    phones.subscribe("token", phone.session());
    assertThat(phone.seen.poll(5, TimeUnit.SECONDS)).contains("token");

    over.set(true);
    phones.changed(CHANNEL);

    assertThat(phone.seen.poll(5, TimeUnit.SECONDS)).contains("gone");
    phones.close();
  }
}
