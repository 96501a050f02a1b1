package de.lokalwillkommen.web.live;

import de.lokalwillkommen.core.storage.StorageAway;
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
 * Rooms to which clients subscribe by sockets. All rooms of an office are read together, once for
 * each change, and their subscribers told one after another; a burst of changes is combined into
 * few scenes. A new session gets the current scene. Every five seconds each office is checked
 * again, so that a change without a notification is seen too, and a sign of life is sent where
 * nothing has changed.
 */
public final class Rooms {

  private static final Logger LOG = Logger.getLogger(Rooms.class.getName());
  private static final long BEAT_SECONDS = 5;

  /** The pause between two batches of many rooms, which leaves time for more urgent work. */
  private static final long BREATH_MS = 10;

  private static final String THE_END = "{\"type\":\"gone\"}";

  private final Map<String, Room> rooms = new ConcurrentHashMap<>();
  private final Map<String, OfficeRooms> offices = new ConcurrentHashMap<>();
  private final UnaryOperator<String> officeOf;
  private final Scenes scenes;
  private final ScheduledExecutorService threads;
  private final Clock clock;
  private final Terms terms;
  private final Places places;
  private final ScheduledFuture<?> beating;

  /**
   * @param officeOf the office to which a room belongs at the moment
   * @param scenes reads the scenes of an office's rooms
   * @param threads in which scenes are read and sent
   * @param terms the priority and rate
   * @param places limits the subscribers
   */
  Rooms(
      UnaryOperator<String> officeOf,
      Scenes scenes,
      ScheduledExecutorService threads,
      Clock clock,
      Terms terms,
      Places places) {
    this.officeOf = officeOf;
    this.scenes = scenes;
    this.threads = threads;
    this.clock = clock;
    this.terms = terms;
    this.places = places;
    this.beating =
        threads.scheduleAtFixedRate(this::beat, BEAT_SECONDS, BEAT_SECONDS, TimeUnit.SECONDS);
  }

  /** Subscribes a session to a room; false if there is no place left. */
  public boolean enter(String name, Session session) {
    Optional<Places.Place> place = places.take(name, Onlooker.of(session));
    place.ifPresent(taken -> admit(name, session, taken));
    return place.isPresent();
  }

  /** Serialised, so that the last session to leave does not close the room meanwhile. */
  private synchronized void admit(String name, Session session, Places.Place place) {
    Room room = rooms.computeIfAbsent(name, Room::new);
    room.audience.join(session, place);
    office(officeOf.apply(name)).welcome(room, session);
  }

  /** Unsubscribes a session; does nothing if it was not subscribed. */
  public synchronized void leave(String name, Session session) {
    Room room = rooms.get(name);
    if (room != null) {
      room.audience
          .leave(session)
          .ifPresent(
              place -> {
                places.giveBack(place);
                if (room.audience.isEmpty()) {
                  rooms.remove(name);
                }
              });
    }
  }

  /** Whether a room has no subscribers. */
  public boolean isEmpty(String name) {
    return !rooms.containsKey(name);
  }

  /** Notifies that the scenes of an office's rooms may have changed. */
  public void changed(String office) {
    OfficeRooms present = offices.get(office);
    if (present != null) {
      present.changed();
    }
  }

  /** Stops; no more messages are sent. */
  public void close() {
    beating.cancel(false);
  }

  private OfficeRooms office(String name) {
    return offices.computeIfAbsent(name, OfficeRooms::new);
  }

  private synchronized void beat() {
    Set<String> present = rooms.keySet().stream().map(officeOf).collect(Collectors.toSet());
    // including offices to which a room has been moved
    present.forEach(office -> office(office).lookSoon());
    offices.keySet().retainAll(present);
  }

  /** A room and the last message in it. Only its office's turn accesses the scene. */
  private final class Room {

    private final String name;
    private final Audience audience;
    private volatile Scene last;

    Room(String name) {
      this.name = name;
      this.audience = new Audience(session -> leave(name, session));
    }
  }

  private record Arrival(Room room, Session session) {}

  /**
   * The rooms of one office. They are served by one thread at a time, so that an older scene is
   * never sent after a newer one.
   */
  private final class OfficeRooms {

    private final String office;
    private long notBefore = System.nanoTime();
    private List<Arrival> arrivals = new ArrayList<>();
    private boolean changed;
    private boolean due;
    private boolean busy;
    private volatile boolean failing;

    OfficeRooms(String office) {
      this.office = office;
    }

    synchronized void welcome(Room room, Session session) {
      arrivals.add(new Arrival(room, session));
      serveIn(0);
    }

    synchronized void changed() {
      changed = true;
      serveIn(terms.delay().toNanos());
    }

    /** Checks for changes without a notification. */
    synchronized void lookSoon() {
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
        isTold = changed && terms.tellsEveryChange();
        isDue = due;
        changed = false;
        due = false;
      }
      long began = System.nanoTime();
      Queue<Runnable> messages = new ArrayDeque<>();
      try {
        messages = messages(isTold, isDue);
        failing = false;
      } catch (RuntimeException e) {
        // logged once: the next check, which is due in seconds, fails as well
        boolean known = failing || e instanceof StorageAway;
        LOG.log(known ? Level.FINE : Level.WARNING, e, () -> office + " could not be read");
        failing = true;
      }
      send(messages, began);
    }

    private Queue<Runnable> messages(boolean isTold, boolean isDue) {
      Map<String, Room> here =
          rooms.values().stream()
              .filter(room -> officeOf.apply(room.name).equals(office))
              .collect(Collectors.toMap(room -> room.name, room -> room));
      Map<String, Scene> seen = here.isEmpty() ? Map.of() : scenes.read(office, here.keySet());
      // a ticket that was handed on hears of its new office from now on
      here.keySet().forEach(name -> office(officeOf.apply(name)));
      here.forEach(
          (name, room) -> {
            if (!seen.containsKey(name)) {
              room.audience.dismiss(THE_END);
            }
          });
      Queue<Runnable> messages = new ArrayDeque<>();
      Set<Room> told = new HashSet<>();
      seen.entrySet().stream()
          .sorted(Comparator.comparingInt(entry -> entry.getValue().turn()))
          .forEach(
              entry -> {
                Room room = here.get(entry.getKey());
                Scene scene = entry.getValue();
                boolean isNew = room.last == null || !room.last.content().equals(scene.content());
                room.last = scene;
                if (isNew || isTold) {
                  told.add(room);
                  messages.add(() -> room.audience.send(scene.asMessage(clock.instant())));
                } else if (isDue) {
                  messages.add(() -> room.audience.send(scene.asBeat(clock.instant())));
                }
              });
      for (Arrival arrival : arrivalsIn(here)) {
        Room room = arrival.room();
        Scene scene = seen.get(room.name);
        if (scene != null && !told.contains(room)) {
          messages.add(
              () -> room.audience.send(arrival.session(), scene.asMessage(clock.instant())));
        }
      }
      return messages;
    }

    /** The sessions that have joined one of these rooms by now; others wait for the next check. */
    private synchronized List<Arrival> arrivalsIn(Map<String, Room> here) {
      Map<Boolean, List<Arrival>> byPresence =
          arrivals.stream()
              .collect(Collectors.partitioningBy(a -> here.get(a.room().name) == a.room()));
      arrivals = byPresence.get(false);
      return byPresence.get(true);
    }

    private void send(Queue<Runnable> messages, long began) {
      for (int sent = 0; sent < terms.atOnce() && !messages.isEmpty(); sent++) {
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
      notBefore = now + Math.max(terms.pause().toNanos(), now - began);
      busy = false;
      arrivals.removeIf(arrival -> !rooms.containsKey(arrival.room().name));
      // what could not be read is read at the next beat, also for new sessions
      if (changed || due || !arrivals.isEmpty() && !failing) {
        serveIn(0);
      }
    }
  }
}
