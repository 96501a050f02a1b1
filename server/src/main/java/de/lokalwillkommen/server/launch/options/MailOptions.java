package de.lokalwillkommen.server.launch.options;

import de.lokalwillkommen.server.launch.host.LaunchRefusal;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import picocli.CommandLine.Option;

/** The mail server for letters to visitors; without one none are sent. */
public final class MailOptions {
  static final String HOST = "lw.mail.host";
  static final String PORT = "lw.mail.port";
  static final String FROM = "lw.mail.from";
  static final String USER = "lw.mail.user";
  static final String PASSWORD_FILE = "lw.mail.password-file";
  static final String TLS = "lw.mail.tls";

  /** The address for the links in letters; not an option of its own. */
  static final String PAGES = "lw.mail.pages";

  private static final int HIGHEST_PORT = 65_535;
  private static final Pattern ADDRESS = Pattern.compile("[^@\\s<>]+@[^@\\s<>]+");
  private static final String UNPROTECTED = "none";
  private static final Map<String, Integer> USUAL_PORT =
      Map.of("starttls", 587, "tls", 465, UNPROTECTED, 25);

  @Option(
      names = "--mail-host",
      descriptionKey = HOST,
      paramLabel = "HOST",
      description = "mail server (SMTP) for letters to visitors (default: none are sent)")
  private String host;

  @Option(
      names = "--mail-port",
      descriptionKey = PORT,
      paramLabel = "N",
      description = "its port (default: 587, with --mail-tls tls 465, with none 25)")
  private Integer port;

  @Option(
      names = "--mail-from",
      descriptionKey = FROM,
      paramLabel = "ADDRESS",
      description = "the address from which letters come")
  private String from;

  @Option(
      names = "--mail-user",
      descriptionKey = USER,
      paramLabel = "USER",
      description = "user of the mail server")
  private String user;

  @Option(
      names = "--mail-password-file",
      descriptionKey = PASSWORD_FILE,
      paramLabel = "FILE",
      description = "file whose first line is that user's password")
  private Path passwordFile;

  @Option(
      names = "--mail-tls",
      descriptionKey = TLS,
      paramLabel = "HOW",
      defaultValue = "starttls",
      description = "starttls, tls or none (default: starttls)")
  private String tls;

  /**
   * The given values, by the names that the applications know; empty without a host.
   *
   * @param pages where visitors reach this server, if that is known
   * @throws LaunchRefusal for invalid combinations, and for a password that would be sent in clear
   */
  public Map<String, String> properties(Optional<String> pages) {
    if (host == null) {
      return Map.of();
    }
    Map<String, String> given = new HashMap<>();
    given.put(HOST, host);
    given.put(TLS, checkedTls());
    given.put(PORT, String.valueOf(checkedPort()));
    given.put(FROM, checkedFrom());
    given.put(
        PAGES,
        pages.orElseThrow(
            () -> new WrongOption("--mail-host needs --base-url: letters lead to pages there")));
    if (user != null) {
      given.put(USER, user);
      given.put(PASSWORD_FILE, checkedPasswordFile().toString());
    }
    return given;
  }

  private String checkedTls() {
    if (!USUAL_PORT.containsKey(tls)) {
      throw new WrongOption("--mail-tls must be starttls, tls or none, not " + tls);
    }
    return tls;
  }

  private int checkedPort() {
    if (port == null) {
      return USUAL_PORT.get(tls);
    }
    if (port < 1 || port > HIGHEST_PORT) {
      throw new WrongOption("--mail-port must be between 1 and " + HIGHEST_PORT + ", not " + port);
    }
    return port;
  }

  private String checkedFrom() {
    if (from == null) {
      throw new WrongOption("--mail-host needs --mail-from: the address from which letters come");
    }
    if (!ADDRESS.matcher(from).matches()) {
      throw new WrongOption("--mail-from must be an address like name@example.org, not " + from);
    }
    return from;
  }

  private Path checkedPasswordFile() {
    if (UNPROTECTED.equals(tls)) {
      throw new WrongOption(
          "--mail-user needs --mail-tls starttls or tls: passwords go nowhere in clear");
    }
    if (passwordFile == null) {
      throw new WrongOption("--mail-user needs --mail-password-file");
    }
    return new SecretFile(passwordFile).checked("password file");
  }

  /** The file with the password, if one is named. */
  public Optional<SecretFile> findSecretFile() {
    return Optional.ofNullable(passwordFile).map(SecretFile::new);
  }
}
