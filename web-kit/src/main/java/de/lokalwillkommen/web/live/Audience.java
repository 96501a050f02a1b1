package de.lokalwillkommen.web.live;

import jakarta.websocket.CloseReason;
import jakarta.websocket.Session;
import java.io.IOException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Everybody who looks at one thing through a socket; all get the same text, made once. */
public final class Audience {

  private static final Logger LOG = Logger.getLogger(Audience.class.getName());
  private static final long SEND_TIMEOUT_MS = 10_000;

  private final Set<Session> sessions = ConcurrentHashMap.newKeySet();

  public void join(Session session) {
    session.getAsyncRemote().setSendTimeout(SEND_TIMEOUT_MS);
    sessions.add(session);
  }

  public void leave(Session session) {
    sessions.remove(session);
  }

  public boolean isEmpty() {
    return sessions.isEmpty();
  }

  /** Sends a text to all, without waiting for any. */
  public void send(String text) {
    for (Session session : sessions) {
      send(session, text);
    }
  }

  /** Sends a text to one; a session that cannot take it is closed, and its client comes again. */
  public void send(Session session, String text) {
    try {
      session
          .getAsyncRemote()
          .sendText(
              text,
              result -> {
                if (!result.isOK()) {
                  drop(session);
                }
              });
    } catch (IllegalStateException | IllegalArgumentException closedMeanwhile) {
      drop(session);
    }
  }

  private void drop(Session session) {
    sessions.remove(session);
    try {
      session.close(new CloseReason(CloseReason.CloseCodes.GOING_AWAY, ""));
    } catch (IOException | IllegalStateException alreadyGone) {
      LOG.log(Level.FINE, "a session was already gone", alreadyGone);
    }
  }
}
