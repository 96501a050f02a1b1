package de.lokalwillkommen.server.database;

import de.lokalwillkommen.web.security.shared.InstallationKey;
import de.lokalwillkommen.web.security.shared.SecurityEvent;
import de.lokalwillkommen.web.security.shared.SecurityLines;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
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
          "create-device", SecurityEvent.TOKEN_CREATED);

  private final SecurityLines lines;
  private final Optional<Path> ofServer;
  private Optional<Handler> handler = Optional.empty();

  private OperatorLog(SecurityLines lines, Optional<Path> ofServer) {
    this.lines = lines;
    this.ofServer = ofServer;
  }

  /** The log within the server. */
  static OperatorLog ofServer(Path key) throws IOException {
    return new OperatorLog(linesWith(key), Optional.empty());
  }

  /**
   * The log in a process of its own, which appends to the server's log, named by {@code LW_LOG}.
   *
   * @throws DatabaseRefusal if the log cannot be written; the subcommand is then not carried out
   */
  static OperatorLog ofProcess(Map<String, String> environment) throws IOException {
    Path log = Path.of(environment.get("LW_LOG"));
    boolean isWritable =
        Files.exists(log)
            ? Files.isRegularFile(log) && Files.isWritable(log)
            : Files.isWritable(log.getParent());
    if (!isWritable) {
      throw new DatabaseRefusal("the log " + log + " cannot be written");
    }
    return new OperatorLog(linesWith(Path.of(environment.get("LW_KEY"))), Optional.of(log));
  }

  private static SecurityLines linesWith(Path key) throws IOException {
    return new SecurityLines(new InstallationKey(Files.readAllBytes(key)));
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
   * Logs a subcommand that was carried out.
   *
   * @param subcommand its name
   * @param subject the account, if it is about one
   * @throws DatabaseRefusal if the log cannot be written
   */
  void write(String subcommand, String subject) {
    openOnce();
    SecurityEvent event = EVENTS.get(subcommand);
    Optional<String> login =
        Optional.of(subject.strip().toLowerCase(Locale.ROOT))
            .filter(name -> event != SecurityEvent.TOKEN_CREATED);
    lines.write(event, login, Optional.empty(), APP, subcommand);
  }

  @Override
  public void close() {
    handler.ifPresent(Handler::close);
  }
}
