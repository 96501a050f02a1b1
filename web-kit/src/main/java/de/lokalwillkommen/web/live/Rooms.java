package de.lokalwillkommen.web.live;

import de.lokalwillkommen.core.storage.StorageAway;
import jakarta.websocket.Session;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Rooms into which people look through sockets. Whoever comes gets the present scene; when a room
 * has changed, its scene is read once and sent to all in it; a burst of changes becomes few scenes.
 * Every five seconds each room is looked at again, so that a change nobody told is seen too, and a
 * sign of life is sent if nothing has changed.
 *
 * <p>Every socket costs memory, and most rooms are open to everybody; so there is an end to it, for
 * each room and for all together.
 */
public final class Rooms {

  private static final Logger LOG = Logger.getLogger(Rooms.class.getName());
  private static final long BEAT_SECONDS = 5;

  private final Map<String, Room> rooms = new ConcurrentHashMap<>();
  private final Function<String, Scene> reader;
  private final ScheduledExecutorService threads;
  private final Clock clock;
  private final long pauseNanos;
  private final Limits limits;
  private final ScheduledFuture<?> beating;

  /** How many look into all rooms; counted where somebody joins or leaves, one after another. */
  private int inAll;

  /**
   * How many may look on at once.
   *
   * @param inRoom into one room
   * @param inAll into all rooms together
   */
  public record Limits(int inRoom, int inAll) {}

  /**
   * @param reader reads the scene of a room
   * @param threads in which scenes are read and sent
   * @param pause the least time between two scenes of a room; the first change is sent at once
   * @param limits when a room is full, and when all together are
   */
  public Rooms(
      Function<String, Scene> reader,
      ScheduledExecutorService threads,
      Clock clock,
      Duration pause,
      Limits limits) {
    this.reader = reader;
    this.threads = threads;
    this.clock = clock;
    this.pauseNanos = pause.toNanos();
    this.limits = limits;
    this.beating =
        threads.scheduleAtFixedRate(this::beat, BEAT_SECONDS, BEAT_SECONDS, TimeUnit.SECONDS);
  }

  /** Somebody looks into a room from now on; false if there is no place left. */
  public boolean enter(String name, Session session) {
    Optional<Room> entered = admit(name, session);
    entered.ifPresent(room -> threads.execute(() -> room.welcome(session)));
    return entered.isPresent();
  }

  /** One after another, so that whoever leaves last does not close the room meanwhile. */
  private synchronized Optional<Room> admit(String name, Session session) {
    Room room = rooms.getOrDefault(name, new Room(name));
    if (inAll >= limits.inAll() || room.audience.size() >= limits.inRoom()) {
      return Optional.empty();
    }
    room.audience.join(session);
    rooms.put(name, room);
    inAll++;
    return Optional.of(room);
  }

  /** Somebody has gone; who was not there, or has gone already, changes nothing. */
  public synchronized void leave(String name, Session session) {
    Room room = rooms.get(name);
    if (room != null && room.audience.leave(session)) {
      inAll--;
      if (room.audience.size() == 0) {
        rooms.remove(name);
      }
    }
  }

  /** Whether nobody looks into a room. */
  public boolean isEmpty(String name) {
    return !rooms.containsKey(name);
  }

  /** What is seen in these rooms may have changed. */
  public void changed(Predicate<String> which) {
    rooms.values().stream().filter(room -> which.test(room.name)).forEach(Room::changed);
  }

  /** Stops; nobody is told anything any more. */
  public void close() {
    beating.cancel(false);
  }

  /** While the database is away every room fails at every look: that is known. */
  private static void note(String failure, RuntimeException e) {
    LOG.log(e instanceof StorageAway ? Level.FINE : Level.WARNING, failure, e);
  }

  private void beat() {
    rooms.values().forEach(Room::lookSoon);
  }

  private final class Room {

    private final String name;
    private final Audience audience;

    /** Scenes are read and sent one after another, so that an older one never comes later. */
    private final Lock inTurn = new ReentrantLock();

    private Scene last;
    private long notBefore = System.nanoTime();
    private boolean changed;
    private boolean busy;
    private boolean looking;

    Room(String name) {
      this.name = name;
      this.audience = new Audience(session -> leave(name, session));
    }

    /** Shows the present scene to somebody who has just come. */
    void welcome(Session session) {
      try {
        audience.send(session, present().asMessage(clock.instant()));
      } catch (RuntimeException e) {
        note("nothing to show yet", e);
      }
    }

    private Scene present() {
      synchronized (this) {
        // many come at once after a restart: what was read a moment ago is good enough for them,
        // since a change after it will be sent to them too
        if (last != null && System.nanoTime() < notBefore) {
          return last;
        }
      }
      Scene scene = reader.apply(name);
      synchronized (this) {
        last = scene;
        notBefore = System.nanoTime() + pauseNanos;
        return scene;
      }
    }

    synchronized void changed() {
      changed = true;
      if (!busy) {
        busy = true;
        long wait = Math.max(0, notBefore - System.nanoTime());
        threads.schedule(this::show, wait, TimeUnit.NANOSECONDS);
      }
    }

    private void show() {
      synchronized (this) {
        changed = false;
      }
      long began = System.nanoTime();
      inTurn.lock();
      try {
        Scene scene = reader.apply(name);
        synchronized (this) {
          last = scene;
        }
        audience.send(scene.asMessage(clock.instant()));
      } catch (RuntimeException e) {
        note("a scene was not read; the next look reads it", e);
      } finally {
        inTurn.unlock();
      }
      synchronized (this) {
        long now = System.nanoTime();
        // a room that takes long to serve pauses as long, so that others get their turn
        notBefore = now + Math.max(pauseNanos, now - began);
        busy = false;
        if (changed) {
          changed();
        }
      }
    }

    /** Looks whether something has changed that nobody told; not again while a look is due. */
    synchronized void lookSoon() {
      if (!looking) {
        looking = true;
        threads.execute(this::look);
      }
    }

    private void look() {
      synchronized (this) {
        looking = false;
      }
      inTurn.lock();
      try {
        Scene seen;
        synchronized (this) {
          seen = last;
        }
        Scene scene = reader.apply(name);
        boolean same = seen != null && seen.content().equals(scene.content());
        synchronized (this) {
          last = scene;
        }
        audience.send(same ? scene.asBeat(clock.instant()) : scene.asMessage(clock.instant()));
      } catch (RuntimeException e) {
        note("a room could not be looked at", e);
      } finally {
        inTurn.unlock();
      }
    }
  }
}
