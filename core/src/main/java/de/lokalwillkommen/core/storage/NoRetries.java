package de.lokalwillkommen.core.storage;

import org.eclipse.persistence.sessions.Session;
import org.eclipse.persistence.sessions.SessionCustomizer;

/**
 * By itself EclipseLink repeats a query three times, with five seconds between, when its connection
 * has broken: each visitor would hold a thread for as long. The server's watch knows when it makes
 * sense to try again.
 */
public class NoRetries implements SessionCustomizer {

  @Override
  public void customize(Session session) {
    session.getLogin().setQueryRetryAttemptCount(0);
  }
}
