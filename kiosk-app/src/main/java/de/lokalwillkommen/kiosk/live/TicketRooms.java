package de.lokalwillkommen.kiosk.live;

import de.lokalwillkommen.core.kernel.Nudge;
import de.lokalwillkommen.core.kernel.Refused;
import de.lokalwillkommen.core.ticketing.FollowingTickets;
import de.lokalwillkommen.core.ticketing.OfficeLine;
import de.lokalwillkommen.core.ticketing.OfficeLines;
import de.lokalwillkommen.core.ticketing.TicketView;
import de.lokalwillkommen.kiosk.api.TicketJson;
import de.lokalwillkommen.web.live.Door;
import de.lokalwillkommen.web.live.Rooms;
import de.lokalwillkommen.web.live.Scene;
import de.lokalwillkommen.web.rest.Jsons;
import de.lokalwillkommen.web.rest.Problem;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.websocket.Session;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** One room for every ticket whose visitor looks on by phone. */
@ApplicationScoped
public class TicketRooms implements Door {

  private static final Duration PAUSE = Duration.ofMillis(250);

  @Resource private ManagedScheduledExecutorService threads;
  @Inject private FollowingTickets following;
  @Inject private OfficeLines lines;
  @Inject private TicketJson ticketJson;
  @Inject private Clock clock;
  private final Map<String, String> officesOfTokens = new ConcurrentHashMap<>();
  private Rooms rooms;

  @PostConstruct
  void open() {
    rooms = new Rooms(this::scene, threads, clock, PAUSE);
  }

  @PreDestroy
  void close() {
    rooms.close();
  }

  void enter(String token, Session session) {
    officesOfTokens.put(token, following.look(token).office());
    rooms.enter(token, session);
  }

  void leave(String token, Session session) {
    rooms.leave(token, session);
    if (rooms.isEmpty(token)) {
      officesOfTokens.remove(token);
    }
  }

  @Override
  public int check(String token, HttpServletRequest handshake) {
    try {
      following.look(token);
      return OPEN;
    } catch (Refused refused) {
      return Problem.statusOf(refused.refusal().kind());
    }
  }

  void tell(@Observes Nudge nudge) {
    rooms.changed(token -> nudge.office().equals(officesOfTokens.get(token)));
  }

  private Scene scene(String token) {
    TicketView ticket = following.look(token);
    long version = lines.find(ticket.office()).map(OfficeLine::version).orElse(0L);
    return new Scene(
        version,
        Jsons.object()
            .add("type", "ticket")
            .add("version", version)
            .add("ticket", ticketJson.json(ticket))
            .build());
  }
}
