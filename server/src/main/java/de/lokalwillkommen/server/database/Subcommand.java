package de.lokalwillkommen.server.database;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * The database work of a subcommand: done in a process of its own, or, where a running server has
 * the embedded database open, in the server on behalf of that process.
 */
public final class Subcommand {
  /** Those that do not migrate the database, as they read it or make it. */
  private static final Set<String> SAFEKEEPING = Set.of("backup", "restore", "check");

  private Subcommand() {}

  /**
   * Runs in a process of its own; takes the subcommand and its arguments, and a secret from
   * standard input.
   */
  public static void main(String[] arguments) throws IOException {
    // the operator expects the result, not Flyway's reports
    Logger.getLogger("").setLevel(Level.SEVERE);
    BufferedReader in =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    String secret = in.readLine();
    Database database = Database.fromEnvironment(System.getenv());
    Path key = Path.of(System.getenv("LW_KEY"));
    try (OperatorLog log = OperatorLog.ofProcess(System.getenv())) {
      if (SAFEKEEPING.contains(arguments[0])) {
        Safekeeping safekeeping = new Safekeeping(database, key, false, Clock.systemUTC());
        System.out.println(keepSafe(safekeeping, log, secret == null ? "" : secret, arguments));
      } else {
        new Upgrade(database, key, Clock.systemUTC()).run();
        System.out.println(run(database, log, secret == null ? "" : secret, arguments));
      }
      database.close();
    } catch (DatabaseRefusal e) {
      System.err.println("lokal willkommen: " + e.getMessage());
      System.exit(1);
    }
  }

  /**
   * Runs in the server.
   *
   * @param key the file with the key of this installation
   * @return the result for the operator
   */
  public static String runInServer(Path key, String secret, String[] arguments) {
    Database database = Database.fromEnvironment(System.getenv());
    OperatorLog log = OperatorLog.ofServer(key);
    return SAFEKEEPING.contains(arguments[0])
        ? keepSafe(new Safekeeping(database, key, true, Clock.systemUTC()), log, secret, arguments)
        : run(database, log, secret, arguments);
  }

  private static String keepSafe(
      Safekeeping safekeeping, OperatorLog log, String secret, String... arguments) {
    if (arguments[0].equals("check")) {
      return safekeeping.check();
    }
    Path file = Path.of(arguments[1]);
    String done =
        arguments[0].equals("backup")
            ? safekeeping.backup(file, notEmpty(arguments[2]))
            : safekeeping.restore(file, notEmpty(secret));
    log.write(arguments[0]);
    return done;
  }

  private static Optional<String> notEmpty(String value) {
    return Optional.of(value).filter(given -> !given.isEmpty());
  }

  private static String run(
      Database database, OperatorLog log, String secret, String... arguments) {
    String[] rest = Arrays.copyOfRange(arguments, 1, arguments.length);
    String done = dispatch(database, secret, arguments[0], rest);
    log.write(arguments[0], rest[0]);
    return done;
  }

  private static String dispatch(Database database, String secret, String name, String... rest) {
    return switch (name) {
      case "create-admin" -> Accounts.createAdmin(database, rest[0], secret, clockOf(database));
      case "set-password" -> Accounts.setPassword(database, rest[0], secret, clockOf(database));
      case "reset-second-factor" ->
          Accounts.resetSecondFactor(database, rest[0], clockOf(database));
      case "waive-second-factor" ->
          Accounts.waiveSecondFactor(database, rest[0], clockOf(database));
      case "create-device" ->
          CreateDevice.create(database, rest[0], rest[1], rest[2], clockOf(database));
      case "revoke-device" -> RevokeDevice.revoke(database, rest[0], rest[1], clockOf(database));
      default -> throw new DatabaseRefusal("unknown subcommand " + name);
    };
  }

  private static Clock clockOf(Database database) {
    AtomicReference<Duration> ahead = new AtomicReference<>();
    database.alone(connection -> ahead.set(new InstallationFacts(connection).ahead()));
    return Clock.offset(Clock.systemUTC(), ahead.get());
  }
}
