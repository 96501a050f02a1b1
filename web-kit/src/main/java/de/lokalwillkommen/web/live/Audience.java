package de.lokalwillkommen.web.live;

import jakarta.websocket.CloseReason;
import jakarta.websocket.Session;
import java.io.IOException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Everybody who looks at one thing through a socket; all get the same text, made once. */
final class Audience {

  private static final Logger LOG = Logger.getLogger(Audience.class.getName());
  private static final long SEND_TIMEOUT_MS = 10_000;

  private final Set<Session> sessions = ConcurrentHashMap.newKeySet();
  private final Consumer<Session> dropped;

  /**
   * @param dropped lets a session leave that takes nothing any more, before it is closed
   */
  Audience(Consumer<Session> dropped) {
    this.dropped = dropped;
  }

  void join(Session session) {
    session.getAsyncRemote().setSendTimeout(SEND_TIMEOUT_MS);
    sessions.add(session);
  }

  /** Whether the session was there until now. */
  boolean leave(Session session) {
    return sessions.remove(session);
  }

  int size() {
    return sessions.size();
  }

  /** Sends a text to all, without waiting for any. */
  void send(String text) {
    for (Session session : sessions) {
      send(session, text);
    }
  }

  /** Sends a text to one; a session that cannot take it is closed, and its client comes again. */
  void send(Session session, String text) {
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
    dropped.accept(session);
    try {
      session.close(new CloseReason(CloseReason.CloseCodes.GOING_AWAY, ""));
    } catch (IOException | IllegalStateException alreadyGone) {
      LOG.log(Level.FINE, "a session was already gone", alreadyGone);
    }
  }
}
