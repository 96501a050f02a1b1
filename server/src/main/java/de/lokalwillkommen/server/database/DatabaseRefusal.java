package de.lokalwillkommen.server.database;

import de.lokalwillkommen.core.storage.shared.DatabaseFailureReason;

/** The database cannot be used as asked; the message tells the operator why, in one line. */
public class DatabaseRefusal extends RuntimeException {
  DatabaseRefusal(String reason) {
    super(reason);
  }

  DatabaseRefusal(String reason, Exception cause) {
    super(reason + ": " + DatabaseFailureReason.of(cause), cause);
  }
}
