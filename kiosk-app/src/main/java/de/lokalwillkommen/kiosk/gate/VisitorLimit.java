package de.lokalwillkommen.kiosk.gate;

import de.lokalwillkommen.core.staff.SecretToken;
import de.lokalwillkommen.web.app.Installation;
import de.lokalwillkommen.web.ratelimit.RateLimit;
import de.lokalwillkommen.web.ratelimit.RateLimits;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;

/**
 * Keeps what is asked with one visitor's token at a limit people have: one request a second on
 * average, thirty at once. A demonstration does not mind.
 */
@ApplicationScoped
public class VisitorLimit {

  private static final int MOST_TOKENS = 10_000;

  /** By hash: a token can be any text of any length, and strangers choose it. */
  private final RateLimits<String> each = new RateLimits<>(MOST_TOKENS, VisitorLimit::ofOne);

  private Installation installation;

  protected VisitorLimit() {}

  @Inject
  VisitorLimit(Installation installation) {
    this.installation = installation;
  }

  /**
   * Lets one request pass.
   *
   * @throws de.lokalwillkommen.core.kernel.Refused {@code TOO_OFTEN} if there were too many
   */
  public void admit(String token) {
    if (!installation.isDemo()) {
      each.of(new SecretToken(token).hash()).take();
    }
  }

  /** The limit of one visitor. */
  static RateLimit ofOne() {
    return RateLimit.of(30, 1, Duration.ofSeconds(1));
  }
}
