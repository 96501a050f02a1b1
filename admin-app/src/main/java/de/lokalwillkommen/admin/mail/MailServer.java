package de.lokalwillkommen.admin.mail;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Function;
import org.eclipse.microprofile.config.Config;

/** The mail server for letters (SMTP), as set by the start command; read once. It is optional. */
@ApplicationScoped
public class MailServer {

  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private Optional<String> host;
  private int port;
  private String from;
  private String pages;
  private Optional<String> user;
  private String password;
  private Session session;

  protected MailServer() {}

  @Inject
  public MailServer(Config config) {
    this(name -> config.getOptionalValue(name, String.class));
  }

  MailServer(Function<String, Optional<String>> settings) {
    host = settings.apply("lw.mail.host");
    port = settings.apply("lw.mail.port").map(Integer::parseInt).orElse(0);
    from = settings.apply("lw.mail.from").orElse("");
    pages = settings.apply("lw.mail.pages").orElse("");
    user = settings.apply("lw.mail.user");
    password = settings.apply("lw.mail.password-file").map(MailServer::firstLine).orElse("");
    session = Session.getInstance(properties(settings.apply("lw.mail.tls").orElse("starttls")));
  }

  /** Whether there is a mail server; without one nothing is sent. */
  public boolean isThere() {
    return host.isPresent();
  }

  /** The sender address of letters. */
  String from() {
    return from;
  }

  /** The public address of the pages: scheme, host and port, without a slash at the end. */
  String pages() {
    return pages;
  }

  Session session() {
    return session;
  }

  /**
   * Opens a connection.
   *
   * @throws MessagingException if the server is unreachable, has an invalid certificate or refuses
   *     the sign-in
   */
  Transport connect() throws MessagingException {
    Transport transport = session.getTransport();
    transport.connect(
        host.orElseThrow(), port, user.orElse(null), user.map(u -> password).orElse(null));
    return transport;
  }

  private Properties properties(String tls) {
    String protocol = "tls".equals(tls) ? "smtps" : "smtp";
    String prefix = "mail." + protocol + ".";
    String patience = String.valueOf(PATIENCE.toMillis());
    Properties properties = new Properties();
    properties.put("mail.transport.protocol", protocol);
    properties.put(prefix + "connectiontimeout", patience);
    properties.put(prefix + "timeout", patience);
    properties.put(prefix + "writetimeout", patience);
    properties.put(prefix + "auth", String.valueOf(user.isPresent()));
    properties.put(prefix + "ssl.checkserveridentity", "true");
    if ("starttls".equals(tls)) {
      properties.put(prefix + "starttls.enable", "true");
      // letters are not sent unencrypted if encryption fails
      properties.put(prefix + "starttls.required", "true");
    }
    return properties;
  }

  private static String firstLine(String file) {
    try {
      return Files.readAllLines(Path.of(file)).stream().findFirst().orElse("");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
