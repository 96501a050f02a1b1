package de.lokalwillkommen.server.database;

/** The database cannot be used as asked; the message tells the operator why, in one line. */
public class DatabaseRefusal extends RuntimeException {
  DatabaseRefusal(String reason) {
    super(reason);
  }

  DatabaseRefusal(String reason, Exception cause) {
    super(reason + ": " + firstLine(cause), cause);
  }

  private static String firstLine(Exception cause) {
    return String.valueOf(cause.getMessage()).strip().lines().findFirst().orElse(cause.toString());
  }
}
