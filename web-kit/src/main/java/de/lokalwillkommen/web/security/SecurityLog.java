package de.lokalwillkommen.web.security;

import de.lokalwillkommen.core.kernel.Refusal;
import de.lokalwillkommen.core.kernel.Refusal.Kind;
import de.lokalwillkommen.web.security.shared.InstallationKey;
import de.lokalwillkommen.web.security.shared.SecurityEvent;
import de.lokalwillkommen.web.security.shared.SecurityLines;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/** Logs sign-ins, failures and refusals of an application, see {@link SecurityLines}. */
@ApplicationScoped
public class SecurityLog {

  private SecurityLines lines;
  private Networks networks;

  /** For proxies and tests. */
  protected SecurityLog() {}

  @Inject
  public SecurityLog(InstallationKey key, Networks networks) {
    this.lines = new SecurityLines(key);
    this.networks = networks;
  }

  /**
   * Writes one event.
   *
   * @param login the name of the person, known or claimed
   * @param reason a fixed word, such as the key of a refusal
   */
  public void write(
      SecurityEvent event, Optional<String> login, String reason, HttpServletRequest request) {
    String app = request.getContextPath().replace("/", "");
    lines.write(event, login, networks.find(request), app, reason);
  }

  /** Logs that a signed-in person was refused for lack of a right, if that is the reason. */
  public void writeIfNotAllowed(Refusal refusal, HttpServletRequest request) {
    if (refusal.kind() == Kind.NOT_ALLOWED && request.getUserPrincipal() != null) {
      String login = request.getUserPrincipal().getName();
      write(SecurityEvent.NOT_ALLOWED, Optional.of(login), refusal.key(), request);
    }
  }
}
