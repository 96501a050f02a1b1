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
 * A socket that subscribes its client to a channel of the application's {@link PushHub}. Its
 * address ends with {@code {channel}}.
 */
public abstract class PushSocket {

  private static final String CHANNEL = "channel";
  private static final Logger LOG = Logger.getLogger(PushSocket.class.getName());

  /**
   * Whose channels it serves; Payara 6.2025.10 did not inject them here, only into the endpoint.
   */
  protected abstract PushHub hub();

  @OnOpen
  public void open(Session session, @PathParam(CHANNEL) String channel) throws IOException {
    IdleTimer.turnOff(session);
    if (!hub().subscribe(channel, session)) {
      SocketMessages.rejectAsFull(session);
    }
  }

  @OnMessage(maxMessageSize = SocketMessages.MOST_BYTES)
  public void read(Session session, String text) throws IOException {
    SocketMessages.read(session, text);
  }

  @OnMessage(maxMessageSize = SocketMessages.MOST_BYTES)
  public void read(Session session, byte[] bytes) throws IOException {
    SocketMessages.reject(session);
  }

  @OnClose
  public void close(Session session, @PathParam(CHANNEL) String channel) {
    hub().unsubscribe(channel, session);
  }

  @OnError
  public void fail(Session session, Throwable cause) {
    // a broken connection is the client's affair: it comes again
    LOG.log(Level.FINE, "a connection broke", cause);
  }
}
