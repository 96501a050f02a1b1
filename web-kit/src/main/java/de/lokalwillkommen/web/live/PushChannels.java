package de.lokalwillkommen.web.live;

import de.lokalwillkommen.core.storage.StorageAway;
import jakarta.websocket.CloseReason;
import jakarta.websocket.Session;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;

/**
 * Channels to which clients subscribe by sockets. All channels of an office are read together, once
 * for each change, and their subscribers told one after another; a burst of changes is combined
 * into few snapshots. A new session gets the current snapshot. Every five seconds each office is
 * checked again, so that a change without a notification is seen too, and a sign of life is sent
 * where nothing has changed.
 */
public final class PushChannels {

  private static final Logger LOG = Logger.getLogger(PushChannels.class.getName());
  private static final long BEAT_SECONDS = 5;

  /** The pause between two batches of many channels, which leaves time for more urgent work. */
  private static final long BREATH_MS = 10;

  private static final String THE_END = "{\"type\":\"gone\"}";

  private final Map<String, Channel> channels = new ConcurrentHashMap<>();
  private final Map<String, OfficeChannels> offices = new ConcurrentHashMap<>();
  private final UnaryOperator<String> officeOf;
  private final SnapshotReader snapshots;
  private final ScheduledExecutorService threads;
  private final Clock clock;
  private final PushSettings settings;
  private final SubscriberPlaces places;
  private final ScheduledFuture<?> beating;

  /**
   * @param officeOf the office to which a channel belongs at the moment
   * @param snapshots reads the snapshots of an office's channels
   * @param threads in which snapshots are read and sent
   * @param settings the priority and rate
   * @param places limits the subscribers
   */
  PushChannels(
      UnaryOperator<String> officeOf,
      SnapshotReader snapshots,
      ScheduledExecutorService threads,
      Clock clock,
      PushSettings settings,
      SubscriberPlaces places) {
    this.officeOf = officeOf;
    this.snapshots = snapshots;
    this.threads = threads;
    this.clock = clock;
    this.settings = settings;
    this.places = places;
    this.beating =
        threads.scheduleAtFixedRate(this::beat, BEAT_SECONDS, BEAT_SECONDS, TimeUnit.SECONDS);
  }

  /** Subscribes a session to a channel; false if there is no place left. */
  public boolean subscribe(String name, Session session) {
    return subscribe(name, name, session);
  }

  /**
   * Subscribes a session to a channel that is one of several variants; false if there is no place
   * left.
   *
   * @param limited the name under which the subscribers of all variants are limited together
   */
  boolean subscribe(String name, String limited, Session session) {
    Optional<SubscriberPlaces.Place> place = places.take(limited, Subscriber.of(session));
    place.ifPresent(taken -> admit(name, session, taken));
    return place.isPresent();
  }

  /** Serialised, so that the last session to leave does not close the channel meanwhile. */
  private synchronized void admit(String name, Session session, SubscriberPlaces.Place place) {
    Channel channel = channels.computeIfAbsent(name, Channel::new);
    channel.subscribers.join(session, place);
    office(officeOf.apply(name)).join(channel, session);
  }

  /** Unsubscribes a session; does nothing if it was not subscribed. */
  public synchronized void unsubscribe(String name, Session session) {
    Channel channel = channels.get(name);
    if (channel != null) {
      channel
          .subscribers
          .unsubscribe(session)
          .ifPresent(
              place -> {
                places.giveBack(place);
                if (channel.subscribers.isEmpty()) {
                  channels.remove(name);
                }
              });
    }
  }

  /** Whether a channel has no subscribers. */
  public boolean isEmpty(String name) {
    return !channels.containsKey(name);
  }

  /** The badges of all subscribers that have one. */
  Set<String> badges() {
    return channels.values().stream()
        .flatMap(channel -> channel.subscribers.badges())
        .collect(Collectors.toSet());
  }

  /** Closes the sockets of the subscribers with those badges, with that code. */
  void dismiss(Set<String> badges, CloseReason.CloseCode why) {
    channels.values().forEach(channel -> channel.subscribers.dismiss(badges, why));
  }

  /** Notifies that the snapshots of an office's channels may have changed. */
  public void changed(String office) {
    OfficeChannels present = offices.get(office);
    if (present != null) {
      present.changed();
    }
  }

  /** Notifies that the snapshots of all channels may have changed. */
  void allChanged() {
    offices.values().forEach(OfficeChannels::changed);
  }

  /** Stops; no more messages are sent. */
  public void close() {
    beating.cancel(false);
  }

  private OfficeChannels office(String name) {
    return offices.computeIfAbsent(name, OfficeChannels::new);
  }

  /** A check that fails is logged: an exception would end all that follow. */
  private void beat() {
    try {
      checkAll();
    } catch (RuntimeException | Error e) {
      LOG.log(Level.WARNING, "channels could not be checked", e);
    }
  }

  private synchronized void checkAll() {
    Set<String> present = channels.keySet().stream().map(officeOf).collect(Collectors.toSet());
    // including offices to which a channel has been moved
    present.forEach(office -> office(office).checkSoon());
    offices.keySet().retainAll(present);
  }

  /** A channel and the last message in it. Only its office's turn accesses the snapshot. */
  private final class Channel {

    private final String name;
    private final Subscribers subscribers;
    private volatile Snapshot last;

    Channel(String name) {
      this.name = name;
      this.subscribers = new Subscribers(session -> unsubscribe(name, session));
    }

    /** Takes the present snapshot; true if its content differs from that of the one before. */
    boolean take(Snapshot snapshot) {
      boolean isNew = last == null || !last.content().equals(snapshot.content());
      last = snapshot;
      return isNew;
    }
  }

  private record Arrival(Channel channel, Session session) {}

  /**
   * The channels of one office. They are served by one thread at a time, so that an older snapshot
   * is never sent after a newer one.
   */
  private final class OfficeChannels {

    private final String office;
    private long notBefore = System.nanoTime();
    private List<Arrival> arrivals = new ArrayList<>();
    private boolean changed;
    private boolean due;
    private boolean busy;
    private volatile boolean failing;

    OfficeChannels(String office) {
      this.office = office;
    }

    synchronized void join(Channel channel, Session session) {
      arrivals.add(new Arrival(channel, session));
      serveIn(0);
    }

    synchronized void changed() {
      changed = true;
      serveIn(settings.delay().toNanos());
    }

    /** Checks for changes without a notification. */
    synchronized void checkSoon() {
      due = true;
      serveIn(0);
    }

    private void serveIn(long nanos) {
      if (!busy) {
        busy = true;
        long pause = notBefore - System.nanoTime();
        threads.schedule(this::serve, Math.max(nanos, pause), TimeUnit.NANOSECONDS);
      }
    }

    private void serve() {
      boolean isTold;
      boolean isDue;
      synchronized (this) {
        isTold = changed && settings.sendsEveryChange();
        isDue = due;
        changed = false;
        due = false;
      }
      long began = System.nanoTime();
      Queue<Runnable> messages = new ArrayDeque<>();
      try {
        messages = messages(isTold, isDue);
        failing = false;
      } catch (RuntimeException | Error e) {
        // an office that fails is served again later: an error must not end that
        // logged once: the next check, which is due in seconds, fails as well
        boolean known = failing || e instanceof StorageAway;
        LOG.log(known ? Level.FINE : Level.WARNING, e, () -> office + " could not be read");
        failing = true;
      }
      send(messages, began);
    }

    private Queue<Runnable> messages(boolean isTold, boolean isDue) {
      Map<String, Channel> here =
          channels.values().stream()
              .filter(channel -> officeOf.apply(channel.name).equals(office))
              .collect(Collectors.toMap(channel -> channel.name, channel -> channel));
      Map<String, Snapshot> seen =
          here.isEmpty() ? Map.of() : snapshots.read(office, here.keySet());
      // the channel of a transferred ticket follows the new office from now on
      here.keySet().forEach(name -> office(officeOf.apply(name)));
      here.forEach(
          (name, channel) -> {
            if (!seen.containsKey(name)) {
              channel.subscribers.dismiss(THE_END);
            }
          });
      Queue<Runnable> messages = new ArrayDeque<>();
      Set<Channel> told = new HashSet<>();
      seen.entrySet().stream()
          .sorted(Comparator.comparingInt(entry -> entry.getValue().priority()))
          .forEach(
              entry -> {
                Channel channel = here.get(entry.getKey());
                Snapshot snapshot = entry.getValue();
                if (channel.take(snapshot) || isTold) {
                  told.add(channel);
                  messages.add(() -> channel.subscribers.send(snapshot.asMessage(clock.instant())));
                } else if (isDue) {
                  messages.add(() -> channel.subscribers.send(snapshot.asBeat(clock.instant())));
                }
              });
      arrivalsIn(here).stream()
          .filter(arrival -> !told.contains(arrival.channel()))
          .forEach(
              arrival ->
                  Optional.ofNullable(seen.get(arrival.channel().name))
                      .ifPresent(snapshot -> messages.add(() -> greet(arrival, snapshot))));
      return messages;
    }

    private void greet(Arrival arrival, Snapshot snapshot) {
      arrival.channel().subscribers.send(arrival.session(), snapshot.asMessage(clock.instant()));
    }

    /**
     * The sessions that have joined one of these channels by now; others wait for the next check.
     */
    private synchronized List<Arrival> arrivalsIn(Map<String, Channel> here) {
      Map<Boolean, List<Arrival>> byPresence =
          arrivals.stream()
              .collect(Collectors.partitioningBy(a -> here.get(a.channel().name) == a.channel()));
      arrivals = byPresence.get(false);
      return byPresence.get(true);
    }

    private void send(Queue<Runnable> messages, long began) {
      for (int sent = 0; sent < settings.atOnce() && !messages.isEmpty(); sent++) {
        messages.remove().run();
      }
      if (messages.isEmpty()) {
        rest(began);
      } else {
        threads.schedule(() -> send(messages, began), BREATH_MS, TimeUnit.MILLISECONDS);
      }
    }

    private synchronized void rest(long began) {
      long now = System.nanoTime();
      // pauses for as long as the office took to serve, so that slow offices do not delay others
      notBefore = now + Math.max(settings.pause().toNanos(), now - began);
      busy = false;
      arrivals.removeIf(arrival -> !channels.containsKey(arrival.channel().name));
      // what could not be read is read at the next beat, also for new sessions
      if (changed || due || !arrivals.isEmpty() && !failing) {
        serveIn(0);
      }
    }
  }
}
