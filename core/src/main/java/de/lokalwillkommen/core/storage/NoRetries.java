package de.lokalwillkommen.core.storage;

import org.eclipse.persistence.sessions.Session;
import org.eclipse.persistence.sessions.SessionCustomizer;

/**
 * Turns off EclipseLink's retries. By default it repeats a query three times, with five seconds
 * between, when its connection is lost: each request would hold a thread for that long. The
 * server's storage watch decides when a retry makes sense.
 */
public class NoRetries implements SessionCustomizer {

  @Override
  public void customize(Session session) {
    session.getLogin().setQueryRetryAttemptCount(0);
  }
}
