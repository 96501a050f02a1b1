package de.lokalwillkommen.display;

import de.lokalwillkommen.core.kernel.Nudge;
import de.lokalwillkommen.core.offices.Offices;
import de.lokalwillkommen.web.live.Door;
import de.lokalwillkommen.web.live.Rooms;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;

/** The waiting rooms, one per office, into which the displays look. */
@ApplicationScoped
public class BoardRooms implements Door {

  private static final Duration PAUSE = Duration.ofMillis(20);

  @Resource private ManagedScheduledExecutorService threads;
  @Inject private BoardScenes scenes;
  @Inject private Offices offices;
  @Inject private Clock clock;
  private Rooms rooms;

  @PostConstruct
  void open() {
    rooms = new Rooms(scenes::get, threads, clock, PAUSE);
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
    return offices.find(office).isPresent() ? OPEN : HttpServletResponse.SC_NOT_FOUND;
  }

  void tell(@Observes Nudge nudge) {
    rooms.changed(nudge.office()::equals);
  }
}
