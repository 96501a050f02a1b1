package de.lokalwillkommen.core.kernel;

import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.eclipse.persistence.internal.sessions.UnitOfWorkImpl;
import org.eclipse.persistence.logging.AbstractSessionLog;
import org.eclipse.persistence.logging.SessionLog;
import org.eclipse.persistence.logging.SessionLogEntry;

/**
 * The SQL statements that a transaction sends, in their order. Statements that draw identifiers are
 * left out: identifiers come fifty at a time, so their number depends on earlier transactions.
 */
public final class Statements {

  private static final String IDENTIFIERS = "lw_ids";

  private final List<String> sent = new ArrayList<>();

  private Statements() {}

  /** Lists the statements sent from now on until the entity manager is closed. */
  public static Statements of(EntityManager entities) {
    Statements statements = new Statements();
    UnitOfWorkImpl work = entities.unwrap(UnitOfWorkImpl.class);
    SessionLog log = statements.log();
    // the server session above them is shared by all transactions
    work.setSessionLog(log);
    work.getParent().setSessionLog(log);
    return statements;
  }

  private SessionLog log() {
    return new AbstractSessionLog() {
      {
        setLevel(SessionLog.FINE);
      }

      @Override
      public void log(SessionLogEntry entry) {
        if (SessionLog.SQL.equals(entry.getNameSpace())
            && !entry.getMessage().toLowerCase(Locale.ROOT).contains(IDENTIFIERS)) {
          sent.add(entry.getMessage());
        }
      }
    };
  }

  public List<String> list() {
    return List.copyOf(sent);
  }
}
