package de.lokalwillkommen.admin.live;

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

/** Tells consoles that the line of their office has changed. */
@ServerEndpoint(value = "/ws/{office}", subprotocols = LineSocket.PROTOCOL)
public class LineSocket {

  static final String PROTOCOL = "lw.line.v1";

  private static final Logger LOG = Logger.getLogger(LineSocket.class.getName());

  @Inject private LineRooms lines;

  @OnOpen
  public void open(Session session, @PathParam("office") String office) {
    session.setMaxIdleTimeout(0);
    lines.rooms().enter(office, session);
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
  public void close(Session session, @PathParam("office") String office) {
    lines.rooms().leave(office, session);
  }

  @OnError
  public void fail(Session session, Throwable cause) {
    // a broken connection is the client's affair: it comes again
    LOG.log(Level.FINE, "a console's connection broke", cause);
  }
}
