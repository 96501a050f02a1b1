package de.lokalwillkommen.admin.signin;

import de.lokalwillkommen.core.kernel.Refusal.Kind;
import de.lokalwillkommen.core.kernel.Refused;
import de.lokalwillkommen.web.ratelimit.RateLimit;
import de.lokalwillkommen.web.ratelimit.StrangerLimit;
import de.lokalwillkommen.web.security.Networks;
import de.lokalwillkommen.web.security.SecurityLog;
import de.lokalwillkommen.web.security.shared.SecurityEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Optional;

/**
 * Limits how many wrong setup codes are accepted, in all to two per second: guessing one of 40 bits
 * takes thousands of years. Written to the security log.
 */
@ApplicationScoped
public class SetupAttempts {

  private final StrangerLimit wrong =
      new StrangerLimit(
          () -> RateLimit.of(10, 1, Duration.ofSeconds(10)),
          RateLimit.of(50, 1, Duration.ofSeconds(1)),
          RateLimit.of(50, 1, Duration.ofSeconds(1)));

  private Networks networks;
  private SecurityLog log;

  protected SetupAttempts() {}

  @Inject
  SetupAttempts(Networks networks, SecurityLog log) {
    this.networks = networks;
    this.log = log;
  }

  /**
   * Runs an attempt; only wrong codes count.
   *
   * @param login the name that the first administrator wants
   * @throws Refused {@code TOO_OFTEN} after too many wrong codes; or what the attempt throws
   */
  void admit(HttpServletRequest request, String login, Runnable attempt) {
    StrangerLimit.Taken taken = wrong.take(networks.find(request), 1);
    try {
      attempt.run();
      taken.giveBack();
      log.write(SecurityEvent.ACCOUNT_CREATED, Optional.of(login), "setup", request);
    } catch (Refused refused) {
      if (refused.refusal().kind() == Kind.NOT_SIGNED_IN) {
        log.write(SecurityEvent.SIGN_IN_FAILED, Optional.empty(), "setup.code", request);
      } else {
        taken.giveBack();
      }
      throw refused;
    }
  }
}
