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
 * application with sockets has one, which says what is seen in a room. Its threads are its own:
 * whatever others wait for, it is served.
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
   * @param terms at what pace it serves
   * @param inRoom how many may look into one room at once
   * @param inAll how many into all rooms
   * @param ofAddress how many strangers from one address
   * @param kept how many places of a room, and of all, are not for strangers
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

  /** While the database is away nothing is said: the clients notice the silence and say so. */
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

  /** What is to be seen in one room alone, for somebody who has no socket. */
  protected Optional<Scene> findScene(String room) {
    return Optional.ofNullable(scenes(officeOf(room), Set.of(room)).get(room));
  }

  /** What is to be seen in some rooms of an office now; without those that have come to an end. */
  protected abstract Map<String, Scene> scenes(String office, Set<String> names);

  /** To which office a room belongs now; unless said otherwise, it is named after it. */
  protected String officeOf(String room) {
    return room;
  }

  /** Lets a session look into a room from now on; false if there is no place left. */
  public boolean enter(String room, Session session) {
    return rooms.enter(room, session);
  }

  /** A session has gone; one that was not let in changes nothing. */
  public void leave(String room, Session session) {
    rooms.leave(room, session);
  }

  /** Whether no session looks into a room. */
  protected boolean isEmpty(String room) {
    return rooms.isEmpty(room);
  }

  void tell(@Observes Nudge nudge) {
    rooms.changed(nudge.office());
  }
}
