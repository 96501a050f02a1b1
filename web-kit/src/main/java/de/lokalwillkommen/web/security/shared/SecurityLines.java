package de.lokalwillkommen.web.security.shared;

import java.util.EnumMap;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * The lines of the security log, for the analysis of an attack (OWASP ASVS 5, 16.3): one for each
 * event in a logger of its own, without names, addresses and secrets. The same name or network
 * always has the same pseudonym, which only this installation's key can produce. Refusals can be
 * provoked, so each kind is rate-limited; the number of omitted lines is given in the next line.
 */
public final class SecurityLines {

  /** The name of the logger. */
  public static final String LOGGER = "lokalwillkommen.security";

  private static final Logger LOG = Logger.getLogger(LOGGER);
  private static final int PSEUDONYM_BYTES = 6;
  private static final String UNKNOWN = "-";

  private final Map<SecurityEvent, Allowance> allowances = new EnumMap<>(SecurityEvent.class);
  private final InstallationKey key;

  public SecurityLines(InstallationKey key) {
    this(key, System::nanoTime);
  }

  SecurityLines(InstallationKey key, LongSupplier nanos) {
    this.key = key;
    for (SecurityEvent event : SecurityEvent.values()) {
      allowances.put(event, new Allowance(nanos));
    }
  }

  /**
   * Writes one event.
   *
   * @param login the name of the person, known or claimed
   * @param network from where it came, if known
   * @param app the part of the server that writes
   * @param reason a fixed word, such as the key of a refusal
   */
  public void write(
      SecurityEvent event,
      Optional<String> login,
      Optional<Network> network,
      String app,
      String reason) {
    Allowance allowance = allowances.get(event);
    if (!event.hasSucceeded() && !allowance.take()) {
      return;
    }
    long leftOut = allowance.pollLeftOut();
    String line =
        String.format(
            Locale.ROOT,
            "event=%s result=%s who=%s from=%s app=%s reason=%s%s",
            event.word(),
            event.hasSucceeded() ? "ok" : "refused",
            login.map(name -> pseudonym("log-name", name)).orElse(UNKNOWN),
            network.map(from -> pseudonym("log-network", from.prefix())).orElse(UNKNOWN),
            app,
            reason,
            leftOut == 0 ? "" : " left_out=" + leftOut);
    LOG.log(event.hasSucceeded() ? Level.INFO : Level.WARNING, line);
  }

  private String pseudonym(String purpose, String text) {
    return HexFormat.of().formatHex(key.sign(purpose, text, PSEUDONYM_BYTES));
  }
}
