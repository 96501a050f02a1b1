package de.lokalwillkommen.display;

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

/** Pushes the board of an office to its displays. */
@ServerEndpoint(value = "/ws/{office}", subprotocols = BoardSocket.PROTOCOL)
public class BoardSocket {

  static final String PROTOCOL = "lw.board.v1";

  private static final Logger LOG = Logger.getLogger(BoardSocket.class.getName());

  @Inject private BoardRooms boards;

  @OnOpen
  public void open(Session session, @PathParam("office") String office) {
    session.setMaxIdleTimeout(0);
    boards.rooms().enter(office, session);
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
    boards.rooms().leave(office, session);
  }

  @OnError
  public void fail(Session session, Throwable cause) {
    // a broken connection is the client's affair: it comes again
    LOG.log(Level.FINE, "a display's connection broke", cause);
  }
}
