package de.lokalwillkommen.web.live;

import jakarta.websocket.Session;
import java.lang.reflect.Field;
import java.lang.reflect.Proxy;
import java.util.concurrent.ScheduledExecutorService;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Turns off the timer of sessions without an idle timeout.
 *
 * <p>Tyrus 2.1.5 schedules a task of the container for every message, sent or received, even if the
 * session has no idle timeout ({@code TyrusSession.restartIdleTimeoutExecutor}). Payara captures a
 * context for each of them, which takes longer than sending the message. There is no setting
 * against it, so the scheduler of the session is replaced by one that does nothing.
 */
final class IdleTimer {

  private static final Logger LOG = Logger.getLogger(IdleTimer.class.getName());

  /** The field of Tyrus' session that holds the scheduler; it is used for timers alone. */
  private static final String SCHEDULER = "service";

  private static final ScheduledExecutorService NEVER =
      (ScheduledExecutorService)
          Proxy.newProxyInstance(
              IdleTimer.class.getClassLoader(),
              new Class<?>[] {ScheduledExecutorService.class},
              (self, method, arguments) -> null);

  private IdleTimer() {}

  /** Turns it off; a session without such a timer stays as it is. */
  static void turnOff(Session session) {
    try {
      Field scheduler = session.getClass().getDeclaredField(SCHEDULER);
      if (scheduler.getType() == ScheduledExecutorService.class) {
        scheduler.setAccessible(true);
        scheduler.set(session, NEVER);
      }
    } catch (ReflectiveOperationException | RuntimeException otherServer) {
      // messages are still sent, but more slowly
      LOG.log(Level.FINE, "sessions have no known timer", otherServer);
    }
    session.setMaxIdleTimeout(0);
  }
}
