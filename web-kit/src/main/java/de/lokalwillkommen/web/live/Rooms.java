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
 * Rooms into which people look through sockets. All rooms of an office are read together, once for
 * each change, and told one after another; a burst of changes becomes few scenes. A session that
 * comes gets the present scene. Every five seconds each office is looked at again, so that a change
 * that was not heard of is seen too, and a sign of life is sent where nothing has changed.
 */
public final class Rooms {

  private static final Logger LOG = Logger.getLogger(Rooms.class.getName());
  private static final long BEAT_SECONDS = 5;

  /** Between two goes at telling many rooms, so that what matters more is done meanwhile. */
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
   * @param officeOf to which office a room belongs at the moment
   * @param scenes reads the scenes of an office's rooms
   * @param threads in which scenes are read and sent
   * @param terms at what pace
   * @param places how many may look on
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

  /** Lets a session look into a room; false if there is no place left. */
  public boolean enter(String name, Session session) {
    Optional<Places.Place> place = places.take(name, Onlooker.of(session));
    place.ifPresent(taken -> admit(name, session, taken));
    return place.isPresent();
  }

  /** One after another, so that the last to leave does not close the room meanwhile. */
  private synchronized void admit(String name, Session session, Places.Place place) {
    Room room = rooms.computeIfAbsent(name, Room::new);
    room.audience.join(session, place);
    office(officeOf.apply(name)).welcome(room, session);
  }

  /** A session has gone; one that was not there, or has gone already, changes nothing. */
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

  /** Whether no session looks into a room. */
  public boolean isEmpty(String name) {
    return !rooms.containsKey(name);
  }

  /** What is seen in an office's rooms may have changed. */
  public void changed(String office) {
    OfficeRooms present = offices.get(office);
    if (present != null) {
      present.changed();
    }
  }

  /** Stops; nothing is told any more. */
  public void close() {
    beating.cancel(false);
  }

  private OfficeRooms office(String name) {
    return offices.computeIfAbsent(name, OfficeRooms::new);
  }

  private synchronized void beat() {
    Set<String> present = rooms.keySet().stream().map(officeOf).collect(Collectors.toSet());
    // also those to which a room has been handed on
    present.forEach(office -> office(office).lookSoon());
    offices.keySet().retainAll(present);
  }

  /** A room and what was told in it last. Only its office's turn touches the scene. */
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
   * The rooms of one office. They are served by one thread at a time, so that an older scene never
   * comes later than a newer one.
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

    /** Looks whether something has changed that was not heard of. */
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
        // told once: the next look, which is due in seconds, fails as well
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

    /** Who has come to one of these rooms by now; others wait for the next look. */
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
      // an office that takes long to serve pauses as long, so that others get their turn
      notBefore = now + Math.max(terms.pause().toNanos(), now - began);
      busy = false;
      arrivals.removeIf(arrival -> !rooms.containsKey(arrival.room().name));
      // what could not be read is read at the next beat, for those who have come too
      if (changed || due || !arrivals.isEmpty() && !failing) {
        serveIn(0);
      }
    }
  }
}
