package de.lokalwillkommen.web.live;

import de.lokalwillkommen.core.kernel.Nudge;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.websocket.Session;
import java.time.Clock;
import java.time.Duration;

/**
 * The rooms of an application with the door before them, open as long as the application runs. Each
 * application with sockets has one, which says what is seen in a room; unless it says otherwise, a
 * room is named after its office.
 */
public abstract class House implements Door, Peephole {

  /** The most who look into all rooms of an application. */
  private static final int MOST_IN_ALL = 2_000;

  private final Duration pause;
  private final Rooms.Limits limits;
  @Resource private ManagedScheduledExecutorService threads;
  @Inject private Clock clock;
  private Rooms rooms;

  /**
   * @param pause the least time between two scenes of a room, see {@link Rooms}
   * @param mostInRoom how many may look into one room at once
   */
  protected House(Duration pause, int mostInRoom) {
    this.pause = pause;
    this.limits = new Rooms.Limits(mostInRoom, MOST_IN_ALL);
  }

  @PostConstruct
  void open() {
    rooms = new Rooms(this::scene, threads, clock, pause, limits);
  }

  @PreDestroy
  void close() {
    rooms.close();
  }

  /** What is to be seen in a room now. */
  protected abstract Scene scene(String room);

  /** Whether an office in which something has changed is the one that is seen in a room. */
  protected boolean shows(String room, String office) {
    return room.equals(office);
  }

  @Override
  public String look(String room) {
    return scene(room).asMessage(clock.instant());
  }

  /** Somebody looks into a room from now on; false if there is no place left. */
  public boolean enter(String room, Session session) {
    return rooms.enter(room, session);
  }

  /** Somebody has gone; who was not let in changes nothing. */
  public void leave(String room, Session session) {
    rooms.leave(room, session);
  }

  /** Whether nobody looks into a room. */
  protected boolean isEmpty(String room) {
    return rooms.isEmpty(room);
  }

  void tell(@Observes Nudge nudge) {
    rooms.changed(room -> shows(room, nudge.office()));
  }
}
