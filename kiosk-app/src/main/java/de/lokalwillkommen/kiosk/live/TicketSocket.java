package de.lokalwillkommen.kiosk.live;

import de.lokalwillkommen.web.live.Visit;
import jakarta.inject.Inject;
import jakarta.websocket.OnClose;
import jakarta.websocket.OnError;
import jakarta.websocket.OnMessage;
import jakarta.websocket.OnOpen;
import jakarta.websocket.Session;
import jakarta.websocket.server.PathParam;
import jakarta.websocket.server.ServerEndpoint;
import java.io.IOException;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Tells a phone page what becomes of its ticket. */
@ServerEndpoint(value = "/ws/tickets/{token}", subprotocols = TicketSocket.PROTOCOL)
public class TicketSocket {

  static final String PROTOCOL = "lw.ticket.v1";

  private static final Logger LOG = Logger.getLogger(TicketSocket.class.getName());

  @Inject private TicketRooms tickets;

  @OnOpen
  public void open(Session session, @PathParam("token") String token) {
    session.setMaxIdleTimeout(0);
    tickets.enter(token, session);
  }

  @OnMessage(maxMessageSize = Visit.MOST_BYTES)
  public void hear(Session session, String text) throws IOException {
    Visit.hear(session, text);
  }

  @OnMessage(maxMessageSize = Visit.MOST_BYTES)
  public void hear(Session session, byte[] bytes) throws IOException {
    Visit.refuse(session);
  }

  @OnClose
  public void close(Session session, @PathParam("token") String token) {
    tickets.leave(token, session);
  }

  @OnError
  public void fail(Session session, Throwable cause) {
    // a phone loses its connection often; it comes again
    LOG.log(Level.FINE, "a phone's connection broke", cause);
  }
}
