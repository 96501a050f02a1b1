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
import java.util.function.Supplier;

/**
 * Limits how many wrong one-time codes are accepted, in all to two per second: guessing one of 40
 * bits takes thousands of years. Written to the security log.
 */
@ApplicationScoped
public class CodeAttempts {

  private final StrangerLimit wrong =
      new StrangerLimit(
          () -> RateLimit.of(10, 1, Duration.ofSeconds(10)),
          RateLimit.of(50, 1, Duration.ofSeconds(1)),
          RateLimit.of(50, 1, Duration.ofSeconds(1)));

  private Networks networks;
  private SecurityLog log;

  protected CodeAttempts() {}

  @Inject
  CodeAttempts(Networks networks, SecurityLog log) {
    this.networks = networks;
    this.log = log;
  }

  /**
   * Runs an attempt; only wrong codes count.
   *
   * @param purpose the purpose of the code, for the log
   * @param event what a right code does
   * @param attempt gives the name of the account
   * @return the name of the account
   * @throws Refused {@code TOO_OFTEN} after too many wrong codes; or what the attempt throws
   */
  String admit(
      HttpServletRequest request, String purpose, SecurityEvent event, Supplier<String> attempt) {
    StrangerLimit.Taken taken = takeOne(request, purpose);
    try {
      String login = attempt.get();
      taken.giveBack();
      log.write(event, Optional.of(login), purpose, request);
      return login;
    } catch (Refused refused) {
      if (refused.refusal().kind() == Kind.NOT_SIGNED_IN) {
        log.write(SecurityEvent.SIGN_IN_FAILED, Optional.empty(), purpose + ".code", request);
      } else {
        taken.giveBack();
      }
      throw refused;
    }
  }

  private StrangerLimit.Taken takeOne(HttpServletRequest request, String purpose) {
    try {
      return wrong.take(networks.find(request), 1);
    } catch (Refused tooOften) {
      log.write(SecurityEvent.SIGN_IN_SLOWED, Optional.empty(), purpose + ".code", request);
      throw tooOften;
    }
  }
}
