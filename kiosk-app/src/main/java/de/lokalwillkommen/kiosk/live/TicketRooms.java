package de.lokalwillkommen.kiosk.live;

import de.lokalwillkommen.core.board.Boards;
import de.lokalwillkommen.core.kernel.Refused;
import de.lokalwillkommen.core.ticketing.FollowingTickets;
import de.lokalwillkommen.core.ticketing.TicketView;
import de.lokalwillkommen.kiosk.api.TicketJson;
import de.lokalwillkommen.kiosk.api.VisitorPace;
import de.lokalwillkommen.web.live.House;
import de.lokalwillkommen.web.live.Scene;
import de.lokalwillkommen.web.rest.Jsons;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.websocket.Session;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** One room for every ticket whose visitor looks on by phone, named by the ticket's token. */
@ApplicationScoped
public class TicketRooms extends House {

  /** A visitor and those who came along, each with a phone. */
  private static final int MOST = 40;

  private static final Duration PAUSE = Duration.ofMillis(250);

  private final Map<String, String> officesOfTokens = new ConcurrentHashMap<>();
  @Inject private FollowingTickets following;
  @Inject private Boards boards;
  @Inject private TicketJson ticketJson;
  @Inject private VisitorPace pace;

  protected TicketRooms() {
    super(PAUSE, MOST);
  }

  @Override
  public boolean enter(String token, Session session) {
    String office = following.look(token).office();
    boolean entered = super.enter(token, session);
    if (entered) {
      // after entering: whoever leaves last forgets the office only of an empty room
      officesOfTokens.put(token, office);
    }
    return entered;
  }

  @Override
  public void leave(String token, Session session) {
    super.leave(token, session);
    officesOfTokens.computeIfPresent(token, (t, office) -> isEmpty(t) ? null : office);
  }

  @Override
  public int check(String token, HttpServletRequest handshake) {
    try {
      following.look(token);
      return OPEN;
    } catch (Refused noTicketOfToday) {
      return HttpServletResponse.SC_FORBIDDEN;
    }
  }

  /** Who asks again and again does so at the pace of all that is asked with one token. */
  @Override
  public String look(String token) {
    pace.admit(token);
    return super.look(token);
  }

  @Override
  protected boolean shows(String token, String office) {
    return office.equals(officesOfTokens.get(token));
  }

  @Override
  protected Scene scene(String token) {
    TicketView ticket = following.look(token);
    // the visitor may have been handed on to another office
    officesOfTokens.replace(token, ticket.office());
    long version = boards.versionOf(ticket.office());
    return new Scene(
        version,
        Jsons.object()
            .add("type", "ticket")
            .add("version", version)
            .add("ticket", ticketJson.json(ticket))
            .build());
  }
}
