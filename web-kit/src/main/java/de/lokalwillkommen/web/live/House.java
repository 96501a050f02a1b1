package de.lokalwillkommen.web.live;

import de.lokalwillkommen.core.kernel.Nudge;
import de.lokalwillkommen.core.kernel.Refusal;
import de.lokalwillkommen.core.kernel.Refusal.Kind;
import de.lokalwillkommen.core.storage.Storage;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.websocket.Session;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ScheduledThreadPoolExecutor;

/**
 * The rooms of an application with the door before them, open as long as the application runs. Each
 * application with sockets has one, which defines the content of its rooms. It has threads of its
 * own, so that it is served even while all other threads wait.
 */
public abstract class House implements Door, Peephole {

  private final Terms terms;
  private final Places.Limits limits;
  @Resource private ManagedThreadFactory factory;
  @Inject private Clock clock;
  @Inject private Storage storage;
  private ScheduledThreadPoolExecutor threads;
  private Rooms rooms;

  /**
   * @param terms the priority and rate at which it is served
   * @param inRoom the most subscribers of one room
   * @param inAll the most subscribers of all rooms
   * @param ofAddress the most strangers from one address
   * @param kept the number of places of a room, and of all, that strangers cannot take
   */
  protected House(Terms terms, int inRoom, int inAll, int ofAddress, int kept) {
    this.terms = terms;
    this.limits = new Places.Limits(inRoom, inAll, ofAddress, kept);
  }

  @PostConstruct
  void open() {
    threads = new ScheduledThreadPoolExecutor(terms.threads(), factory);
    rooms =
        new Rooms(
            this::officeOf,
            this::scenesUnlessAway,
            threads,
            clock,
            terms,
            new Places(limits, clock));
  }

  @PreDestroy
  void close() {
    rooms.close();
    threads.shutdownNow();
  }

  /** Sends nothing while the database is away: clients notice the silence and show a notice. */
  private Map<String, Scene> scenesUnlessAway(String office, Set<String> names) {
    storage.requireThere();
    return scenes(office, names);
  }

  @Override
  public String look(String room) {
    storage.requireThere();
    return findScene(room)
        .orElseThrow(() -> Refusal.of(Kind.UNKNOWN, "office.unknown").asException())
        .asMessage(clock.instant());
  }

  /** The scene of one room, for a client without a socket. */
  protected Optional<Scene> findScene(String room) {
    return Optional.ofNullable(scenes(officeOf(room), Set.of(room)).get(room));
  }

  /** The current scenes of some rooms of an office, without rooms that have ended. */
  protected abstract Map<String, Scene> scenes(String office, Set<String> names);

  /** The office to which a room belongs now; by default the room is named after it. */
  protected String officeOf(String room) {
    return room;
  }

  /** Subscribes a session to a room; false if there is no place left. */
  public boolean enter(String room, Session session) {
    return rooms.enter(room, session);
  }

  /** Unsubscribes a session; does nothing if it was not subscribed. */
  public void leave(String room, Session session) {
    rooms.leave(room, session);
  }

  /** Whether a room has no subscribers. */
  protected boolean isEmpty(String room) {
    return rooms.isEmpty(room);
  }

  void tell(@Observes Nudge nudge) {
    rooms.changed(nudge.office());
  }
}
