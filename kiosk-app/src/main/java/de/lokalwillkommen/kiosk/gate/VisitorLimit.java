package de.lokalwillkommen.kiosk.gate;

import de.lokalwillkommen.core.staff.SecretToken;
import de.lokalwillkommen.web.app.Installation;
import de.lokalwillkommen.web.ratelimit.RateLimit;
import de.lokalwillkommen.web.ratelimit.RateLimits;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;

/**
 * The rate limit for requests with one visitor's token: one a second on average, thirty at once.
 * Disabled in demo mode.
 */
@ApplicationScoped
public class VisitorLimit {

  private static final int MOST_TOKENS = 10_000;

  /** Keyed by hash, since callers choose the token, which can have any length. */
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
