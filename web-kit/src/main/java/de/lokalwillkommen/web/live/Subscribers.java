package de.lokalwillkommen.web.live;

import jakarta.websocket.CloseReason;
import jakarta.websocket.CloseReason.CloseCodes;
import jakarta.websocket.Session;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;

/**
 * The subscribers of one channel, each connected by a socket and with a place; all get the same
 * text.
 */
final class Subscribers {

  private static final Logger LOG = Logger.getLogger(Subscribers.class.getName());
  private static final long SEND_TIMEOUT_MS = 10_000;

  private final Map<Session, SubscriberPlaces.Place> sessions = new ConcurrentHashMap<>();
  private final Consumer<Session> dropped;

  /**
   * @param dropped unsubscribes a session that no longer accepts messages, before it is closed
   */
  Subscribers(Consumer<Session> dropped) {
    this.dropped = dropped;
  }

  void join(Session session, SubscriberPlaces.Place place) {
    session.getAsyncRemote().setSendTimeout(SEND_TIMEOUT_MS);
    sessions.put(session, place);
  }

  /** The place of a session, which is removed. */
  Optional<SubscriberPlaces.Place> unsubscribe(Session session) {
    return Optional.ofNullable(sessions.remove(session));
  }

  boolean isEmpty() {
    return sessions.isEmpty();
  }

  /** Sends a text to all, without waiting for any. */
  void send(String text) {
    for (Session session : sessions.keySet()) {
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
                  drop(session, CloseCodes.GOING_AWAY);
                }
              });
    } catch (RuntimeException | Error closedMeanwhile) {
      drop(session, closedMeanwhile);
    }
  }

  /** Sends a last text to all subscribers, who need not reconnect. */
  void dismiss(String text) {
    for (Session session : sessions.keySet()) {
      try {
        session.getAsyncRemote().sendText(text, result -> drop(session, CloseCodes.NORMAL_CLOSURE));
      } catch (RuntimeException | Error closedMeanwhile) {
        drop(session, closedMeanwhile);
      }
    }
  }

  /** The badges of the subscribers that have one. */
  Stream<String> badges() {
    return sessions.values().stream().flatMap(place -> place.subscriber().badge().stream());
  }

  /** Closes the sockets of the subscribers with those badges, with that code. */
  void dismiss(Set<String> badges, CloseReason.CloseCode why) {
    sessions.forEach(
        (session, place) -> {
          if (place.subscriber().badge().filter(badges::contains).isPresent()) {
            drop(session, why);
          }
        });
  }

  /**
   * Drops a session whose failure must not reach the other subscribers, whatever it is: Tyrus
   * throws a bare RuntimeException if the connection breaks in the moment of sending.
   */
  private void drop(Session session, Throwable cause) {
    LOG.log(Level.FINE, "a session took no message", cause);
    drop(session, CloseCodes.GOING_AWAY);
  }

  private void drop(Session session, CloseReason.CloseCode why) {
    dropped.accept(session);
    try {
      session.close(new CloseReason(why, ""));
    } catch (IOException | RuntimeException | Error alreadyGone) {
      LOG.log(Level.FINE, "a session was already closed", alreadyGone);
    }
  }
}
