package de.lokalwillkommen.server.database;

import de.lokalwillkommen.web.security.shared.InstallationKey;
import de.lokalwillkommen.web.security.shared.SecurityEvent;
import de.lokalwillkommen.web.security.shared.SecurityLines;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import java.util.logging.StreamHandler;

/**
 * The lines of the security log about what the operator does by a subcommand. They are in the
 * server's log, also if a process of its own does the work.
 */
final class OperatorLog implements AutoCloseable {

  private static final String APP = "operator";
  private static final Map<String, SecurityEvent> EVENTS =
      Map.of(
          "create-admin", SecurityEvent.ACCOUNT_CREATED,
          "set-password", SecurityEvent.PASSWORD_CHANGED,
          "reset-second-factor", SecurityEvent.SECOND_FACTOR_CHANGED,
          "waive-second-factor", SecurityEvent.SECOND_FACTOR_CHANGED,
          "create-device", SecurityEvent.TOKEN_CREATED,
          "revoke-device", SecurityEvent.TOKEN_REVOKED,
          "backup", SecurityEvent.BACKED_UP,
          "restore", SecurityEvent.RESTORED);

  private static final Set<SecurityEvent> ABOUT_DEVICES =
      EnumSet.of(SecurityEvent.TOKEN_CREATED, SecurityEvent.TOKEN_REVOKED);

  private static final Set<String> ABOUT_ALL = Set.of("waive-second-factor");

  private final Path key;
  private final Optional<Path> ofServer;
  private Optional<Handler> handler = Optional.empty();

  /**
   * @param key the file of the visitor key, which a restore may make
   */
  private OperatorLog(Path key, Optional<Path> ofServer) {
    this.key = key;
    this.ofServer = ofServer;
  }

  /** The log within the server. */
  static OperatorLog ofServer(Path key) {
    return new OperatorLog(key, Optional.empty());
  }

  /**
   * The log in a process of its own, which appends to the server's log, named by {@code LW_LOG}.
   *
   * @throws DatabaseRefusal if the log cannot be written; the subcommand is then not carried out
   */
  static OperatorLog ofProcess(Map<String, String> environment) {
    Path log = Path.of(environment.get("LW_LOG"));
    boolean isWritable =
        Files.exists(log)
            ? Files.isRegularFile(log) && Files.isWritable(log)
            : Files.isWritable(log.getParent());
    if (!isWritable) {
      throw new DatabaseRefusal("the log " + log + " cannot be written");
    }
    return new OperatorLog(Path.of(environment.get("LW_KEY")), Optional.of(log));
  }

  /** Opens the log with the first line, so that a refused subcommand leaves none. */
  private void openOnce() {
    if (ofServer.isEmpty() || handler.isPresent()) {
      return;
    }
    Logger log = Logger.getLogger(SecurityLines.LOGGER);
    log.setUseParentHandlers(false);
    log.setLevel(Level.INFO);
    Handler file = appendTo(ofServer.get());
    log.addHandler(file);
    handler = Optional.of(file);
  }

  private static Handler appendTo(Path log) {
    try {
      // not a FileHandler, which takes another name while a second one is open
      Handler file =
          new StreamHandler(
              Files.newOutputStream(log, StandardOpenOption.CREATE, StandardOpenOption.APPEND),
              new SimpleFormatter());
      file.setEncoding(StandardCharsets.UTF_8.name());
      return file;
    } catch (IOException e) {
      throw new DatabaseRefusal("it is done, but " + log + " cannot be written", e);
    }
  }

  /**
   * Logs a subcommand about an account or an office that was carried out.
   *
   * @param subcommand its name
   * @param subject the first argument: the account, if it is about one
   * @throws DatabaseRefusal if the log cannot be written
   */
  void write(String subcommand, String subject) {
    Optional<String> login =
        Optional.of(subject.strip().toLowerCase(Locale.ROOT))
            .filter(name -> !ABOUT_DEVICES.contains(EVENTS.get(subcommand)))
            .filter(name -> !ABOUT_ALL.contains(subcommand));
    write(subcommand, login);
  }

  /**
   * Logs a subcommand about the whole database that was carried out.
   *
   * @param subcommand its name
   * @throws DatabaseRefusal if the log cannot be written
   */
  void write(String subcommand) {
    write(subcommand, Optional.empty());
  }

  private void write(String subcommand, Optional<String> login) {
    openOnce();
    try {
      new SecurityLines(new InstallationKey(Files.readAllBytes(key)))
          .write(EVENTS.get(subcommand), login, Optional.empty(), APP, subcommand);
    } catch (IOException e) {
      throw new DatabaseRefusal("it is done, but the key of the log cannot be read", e);
    }
  }

  @Override
  public void close() {
    handler.ifPresent(Handler::close);
  }
}
