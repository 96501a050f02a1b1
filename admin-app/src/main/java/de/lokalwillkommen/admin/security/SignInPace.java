package de.lokalwillkommen.admin.security;

import de.lokalwillkommen.core.kernel.Refusal.Kind;
import de.lokalwillkommen.core.kernel.Refused;
import de.lokalwillkommen.web.pace.Pace;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.function.Supplier;

/**
 * Keeps strangers from trying names and passwords without end: three hundred failures at once, then
 * five a second, of all strangers together. One limit for all, because this server does not know
 * who asks: behind a proxy everybody has the proxy's address, and a forwarded address is whatever
 * its sender likes. A proxy can tell them apart and should. Who succeeds is not counted.
 */
@ApplicationScoped
public class SignInPace {

  private final Pace failures = Pace.of(300, 5, Duration.ofSeconds(1)).refusing("signIn.busy");

  /**
   * Lets somebody try to sign in.
   *
   * @param attempt is refused with {@code NOT_SIGNED_IN} if the name or the password is wrong
   * @return what the attempt answers
   * @throws Refused {@code TOO_OFTEN} if too many have failed; or what the attempt throws
   */
  public <T> T admit(Supplier<T> attempt) {
    // taken before, or many who try at once would all be let in by the last one left
    failures.take();
    boolean failed = false;
    try {
      return attempt.get();
    } catch (Refused refused) {
      failed = refused.refusal().kind() == Kind.NOT_SIGNED_IN;
      throw refused;
    } finally {
      if (!failed) {
        failures.giveBack();
      }
    }
  }
}
