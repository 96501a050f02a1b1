package de.lokalwillkommen.server.database;

import de.lokalwillkommen.core.kernel.time.TrustedTime;
import de.lokalwillkommen.core.staff.PasswordHash;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;

/** Makes the database ready for the applications, before they are deployed. */
public final class Preparation {
  private final Database database;
  private final String keyFingerprint;
  private final boolean demo;
  private final Clock clock;

  Preparation(Database database, String keyFingerprint, boolean demo, Clock clock) {
    this.database = database;
    this.keyFingerprint = keyFingerprint;
    this.demo = demo;
    this.clock = clock;
  }

  /**
   * Called by the server, which knows this class by name only: its libraries are not for the
   * applications.
   *
   * @param arguments the fingerprint of the visitor key; whether demo data is wanted
   */
  public static void main(String[] arguments) {
    Database database = Database.fromEnvironment(System.getenv());
    boolean demo = Boolean.parseBoolean(arguments[1]);
    new Preparation(database, arguments[0], demo, Clock.systemUTC()).run();
    database.alone(
        connection -> new KnownTime(connection, database.isDerby()).tell(TrustedTime.ofServer()));
  }

  void run() {
    database.migrate();
    database.alone(this::check);
  }

  private void check(Connection connection) throws SQLException {
    Installation installation = new Installation(connection);
    installation.requireWritable();
    installation.belongsToKey(keyFingerprint);
    new Ids(connection).passOverAllBefore(clock.instant());
    if (demo && !installation.isDemo()) {
      if (installation.hasOffices()) {
        throw new DatabaseRefusal(
            "--demo is refused: the database already holds real offices; use another --data or database");
      }
      new DemoData(clock, PasswordHash.of(DemoPeople.PASSWORD).phc()).insertInto(connection);
      installation.becomesDemo();
    } else if (!demo && installation.isDemo()) {
      throw new DatabaseRefusal(
          "the database holds demo accounts whose password everybody knows: start with --demo,"
              + " or use another --data or database");
    }
  }
}
