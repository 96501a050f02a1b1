package de.lokalwillkommen.server.database;

import de.lokalwillkommen.core.kernel.time.TrustedTime;
import de.lokalwillkommen.core.staff.PasswordHash;
import de.lokalwillkommen.server.database.rows.Ids;
import de.lokalwillkommen.server.database.rows.Waiver;
import de.lokalwillkommen.server.demo.DemoData;
import de.lokalwillkommen.server.demo.DemoPeople;
import de.lokalwillkommen.server.demo.DemoStart;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/** Makes the database ready for the applications, before they are deployed. */
public final class Preparation {
  /** Why administrators need no second factor in a demonstration: its password is public. */
  private static final String DEMO = "Demo";

  private final Database database;
  private final String keyFingerprint;
  private final Optional<DemoStart> demo;
  private final Clock clock;
  private boolean timeIgnored;

  /**
   * @param demo the beginning of the demo; empty if none is wanted
   */
  Preparation(Database database, String keyFingerprint, Optional<DemoStart> demo, Clock clock) {
    this.database = database;
    this.keyFingerprint = keyFingerprint;
    this.demo = demo;
    this.clock = clock;
  }

  /**
   * Called by the server by reflection, since this class has libraries that the applications must
   * not see.
   *
   * @param arguments the fingerprint of the visitor key; whether demo data is wanted; the local
   *     time at which the demonstration begins, empty for the present; the data directory; the file
   *     of the visitor key
   * @return a notice for the operator; empty if there is none
   */
  public static Optional<String> prepare(String[] arguments) {
    Database database = Database.fromEnvironment(System.getenv());
    boolean demo = Boolean.parseBoolean(arguments[1]);
    new Upgrade(database, Path.of(arguments[4]), Clock.systemUTC()).run();
    Optional<DemoStart> start = Optional.of(DemoStart.parse(arguments[2])).filter(at -> demo);
    Optional<String> remark =
        new Preparation(database, arguments[0], start, Clock.systemUTC()).run();
    TrustedTime time = TrustedTime.ofServer();
    database.alone(
        connection -> {
          time.runAhead(new InstallationFacts(connection).ahead());
          new StoredTime(connection, DatabaseClock.isOwn(database, connection)).tell(time);
          new SetupCodeFile(Path.of(arguments[3])).adapt(connection);
        });
    return remark;
  }

  /** Prepares the database and returns a notice for the operator; empty if there is none. */
  Optional<String> run() {
    database.migrate();
    database.alone(connection -> new HistoryGuard(connection).stand(database.isDerby()));
    database.alone(this::check);
    return timeIgnored
        ? Optional.of(
            "--demo-time is ignored: the demonstration has begun already; use another --data or"
                + " database to begin one")
        : Optional.empty();
  }

  private void check(Connection connection) throws SQLException {
    InstallationFacts installation = new InstallationFacts(connection);
    installation.requireWritable();
    installation.belongsToKey(keyFingerprint);
    new Ids(connection).passOverAllBefore(clock.instant());
    if (demo.isPresent() && !installation.isDemo()) {
      if (installation.hasOffices()) {
        throw new DatabaseRefusal(
            "--demo is refused: the database already holds real offices; use another --data or database");
      }
      Duration ahead = demo.get().after(clock.instant());
      Clock demoClock = Clock.offset(clock, ahead);
      new DemoData(demoClock, PasswordHash.of(DemoPeople.PASSWORD).phc()).insertInto(connection);
      Waiver.write(connection, DEMO, demoClock.instant());
      installation.becomesDemo(ahead);
    } else if (demo.isPresent()) {
      timeIgnored = !demo.get().equals(DemoStart.NOW);
    } else if (installation.isDemo()) {
      throw new DatabaseRefusal(
          "the database holds demo accounts whose password is public: start with --demo,"
              + " or use another --data or database");
    }
  }
}
