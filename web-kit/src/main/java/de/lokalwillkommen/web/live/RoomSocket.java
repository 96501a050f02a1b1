package de.lokalwillkommen.web.live;

import jakarta.websocket.OnClose;
import jakarta.websocket.OnError;
import jakarta.websocket.OnMessage;
import jakarta.websocket.OnOpen;
import jakarta.websocket.Session;
import jakarta.websocket.server.PathParam;
import java.io.IOException;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * A socket through which somebody looks into a room of the application's {@link House}. Its address
 * ends with {@code {room}}.
 */
public abstract class RoomSocket {

  private static final String ROOM = "room";
  private static final Logger LOG = Logger.getLogger(RoomSocket.class.getName());

  /**
   * Into whose rooms it leads; Payara 6.2025.10 did not inject them here, only into the endpoint.
   */
  protected abstract House house();

  @OnOpen
  public void open(Session session, @PathParam(ROOM) String room) throws IOException {
    IdleTimer.turnOff(session);
    if (!house().enter(room, session)) {
      Visit.turnAway(session);
    }
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
  public void close(Session session, @PathParam(ROOM) String room) {
    house().leave(room, session);
  }

  @OnError
  public void fail(Session session, Throwable cause) {
    // a broken connection is the client's affair: it comes again
    LOG.log(Level.FINE, "a connection broke", cause);
  }
}
