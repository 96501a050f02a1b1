package de.lokalwillkommen.web.security;

import de.lokalwillkommen.core.kernel.Refusal;
import de.lokalwillkommen.core.kernel.Refusal.Kind;
import de.lokalwillkommen.web.app.InstallationKey;
import de.lokalwillkommen.web.pace.Pace;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Logs sign-ins, failures and refusals, for the analysis of an attack (OWASP ASVS 5, 16.3): one
 * line for each event in a logger of its own, without names, addresses and secrets. The same name
 * or network always has the same pseudonym, which only this installation's key can produce.
 * Refusals can be provoked, so each kind is rate-limited; the number of omitted lines is given in
 * the next line.
 */
@ApplicationScoped
public class SecurityLog {

  /** The name of the logger. */
  public static final String LOGGER = "lokalwillkommen.security";

  private static final Logger LOG = Logger.getLogger(LOGGER);
  private static final int PSEUDONYM_BYTES = 6;
  private static final String UNKNOWN = "-";

  private final Map<SecurityEvent, Limited> limits = new EnumMap<>(SecurityEvent.class);
  private InstallationKey key;
  private Networks networks;

  /** For proxies and tests. */
  protected SecurityLog() {}

  @Inject
  public SecurityLog(InstallationKey key, Networks networks) {
    this.key = key;
    this.networks = networks;
    for (SecurityEvent event : SecurityEvent.values()) {
      limits.put(event, new Limited(Pace.of(300, 5, Duration.ofSeconds(1)), new AtomicLong()));
    }
  }

  private record Limited(Pace pace, AtomicLong leftOut) {}

  /**
   * Writes one event.
   *
   * @param login the name of the person, known or claimed
   * @param reason a fixed word, such as the key of a refusal
   */
  public void write(
      SecurityEvent event, Optional<String> login, String reason, HttpServletRequest request) {
    Limited limit = limits.get(event);
    if (!event.hasSucceeded() && limit.pace().tryTake().isPresent()) {
      limit.leftOut().incrementAndGet();
      return;
    }
    long leftOut = limit.leftOut().getAndSet(0);
    String line =
        String.format(
            Locale.ROOT,
            "event=%s result=%s who=%s from=%s app=%s reason=%s%s",
            event.word(),
            event.hasSucceeded() ? "ok" : "refused",
            login.map(name -> pseudonym("log-name", name)).orElse(UNKNOWN),
            networks
                .find(request)
                .map(network -> pseudonym("log-network", network.prefix()))
                .orElse(UNKNOWN),
            request.getContextPath().replace("/", ""),
            reason,
            leftOut == 0 ? "" : " left_out=" + leftOut);
    LOG.log(event.hasSucceeded() ? Level.INFO : Level.WARNING, line);
  }

  /** Logs that a signed-in person was refused for lack of a right, if that is the reason. */
  public void writeIfNotAllowed(Refusal refusal, HttpServletRequest request) {
    if (refusal.kind() == Kind.NOT_ALLOWED && request.getUserPrincipal() != null) {
      String login = request.getUserPrincipal().getName();
      write(SecurityEvent.NOT_ALLOWED, Optional.of(login), refusal.key(), request);
    }
  }

  private String pseudonym(String purpose, String text) {
    return HexFormat.of().formatHex(key.sign(purpose, text, PSEUDONYM_BYTES));
  }
}
