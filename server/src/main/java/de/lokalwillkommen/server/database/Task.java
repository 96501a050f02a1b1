package de.lokalwillkommen.server.database;

import java.util.function.Function;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Runs what a subcommand does to the database, in a process of its own: its answer goes to standard
 * output.
 */
final class Task {
  private Task() {}

  static void run(Function<Database, String> work) {
    // the operator wants the answer, not Flyway's reports
    Logger.getLogger("").setLevel(Level.SEVERE);
    Database database = Database.fromEnvironment(System.getenv());
    try {
      database.migrate();
      System.out.println(work.apply(database));
      database.close();
    } catch (DatabaseRefusal e) {
      System.err.println("lokal willkommen: " + e.getMessage());
      System.exit(1);
    }
  }
}
