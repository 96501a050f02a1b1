package de.lokalwillkommen.admin.live;

import de.lokalwillkommen.core.board.Boards;
import de.lokalwillkommen.core.kernel.Nudge;
import de.lokalwillkommen.web.live.Door;
import de.lokalwillkommen.web.live.Rooms;
import de.lokalwillkommen.web.live.Scene;
import de.lokalwillkommen.web.rest.Jsons;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;

/**
 * One room per office for its consoles, which are told that the line has changed and read it again.
 */
@ApplicationScoped
public class LineRooms implements Door {

  private static final Duration PAUSE = Duration.ofMillis(100);

  @Resource private ManagedScheduledExecutorService threads;
  @Inject private Boards boards;
  @Inject private Clock clock;
  private Rooms rooms;

  @PostConstruct
  void open() {
    rooms = new Rooms(this::scene, threads, clock, PAUSE);
  }

  @PreDestroy
  void close() {
    rooms.close();
  }

  Rooms rooms() {
    return rooms;
  }

  @Override
  public int check(String office, HttpServletRequest handshake) {
    return OPEN;
  }

  void tell(@Observes Nudge nudge) {
    rooms.changed(nudge.office()::equals);
  }

  private Scene scene(String office) {
    long version = boards.versionOf(office);
    return new Scene(version, Jsons.object().add("type", "line").add("version", version).build());
  }
}
