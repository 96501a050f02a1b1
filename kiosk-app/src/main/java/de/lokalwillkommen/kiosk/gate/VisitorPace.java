package de.lokalwillkommen.kiosk.gate;

import de.lokalwillkommen.core.staff.SecretToken;
import de.lokalwillkommen.web.app.Installation;
import de.lokalwillkommen.web.pace.Pace;
import de.lokalwillkommen.web.pace.Paces;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;

/**
 * Keeps what is asked with one visitor's token at a pace people have: one request a second on
 * average, thirty at once. A demonstration does not mind.
 */
@ApplicationScoped
public class VisitorPace {

  private static final int MOST_TOKENS = 10_000;

  /** By hash: a token can be any text of any length, and strangers choose it. */
  private final Paces<String> each = new Paces<>(MOST_TOKENS, VisitorPace::ofOne);

  private Installation installation;

  protected VisitorPace() {}

  @Inject
  VisitorPace(Installation installation) {
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

  /** The pace of one visitor. */
  static Pace ofOne() {
    return Pace.of(30, 1, Duration.ofSeconds(1));
  }
}
