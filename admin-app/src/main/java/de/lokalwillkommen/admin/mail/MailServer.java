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

/**
 * The server to which letters are handed over (SMTP), as the start command has settled it; read
 * once. There need not be one.
 */
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

  /** Whether there is one; nothing is sent otherwise. */
  public boolean isThere() {
    return host.isPresent();
  }

  /** The address from which letters come. */
  String from() {
    return from;
  }

  /** Where visitors reach our pages: scheme, host and port, without a slash at the end. */
  String pages() {
    return pages;
  }

  Session session() {
    return session;
  }

  /**
   * Opens a connection.
   *
   * @throws MessagingException if it is not there, not what it claims to be, or does not know us
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
      // rather no letter than one that others on the way can read
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
