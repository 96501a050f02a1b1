package de.lokalwillkommen.core.storage.shared;

import java.sql.SQLException;

/** Why the database failed, in one line for an operator. */
public final class DatabaseFailureReason {

  private DatabaseFailureReason() {}

  /**
   * The message of a failure. Derby only says that it could not start, and has the reason in an
   * exception that is chained to it.
   */
  public static String of(Throwable failure) {
    Throwable last = failure;
    while (last instanceof SQLException sql && sql.getNextException() != null) {
      last = sql.getNextException();
    }
    String message = String.valueOf(last.getMessage()).strip();
    return message.lines().findFirst().orElse(last.toString());
  }
}
