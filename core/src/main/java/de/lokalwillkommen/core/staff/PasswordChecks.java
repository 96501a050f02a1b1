package de.lokalwillkommen.core.staff;

import de.lokalwillkommen.core.kernel.Refusal;
import de.lokalwillkommen.core.kernel.Refusal.Kind;
import de.lokalwillkommen.core.kernel.Refused;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.BiPredicate;

/**
 * Compares passwords with their hashes, at most two at once for unknown browsers and two for known
 * ones: each comparison deliberately takes 19 MiB of memory, and any client that reaches the
 * sign-in can cause one. Further requests wait in order of arrival for a limited time; a request
 * from a known browser never waits behind unknown ones.
 */
@ApplicationScoped
public class PasswordChecks {

  private static final int AT_ONCE = 2;
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  /**
   * A hash that is checked for an unknown name, so that the check takes as long as for a wrong
   * password.
   */
  private static final class Decoy {
    static final PasswordHash HASH = PasswordHash.of(SecretToken.random().value());
  }

  private final Semaphore strangers = new Semaphore(AT_ONCE, true);
  private final Semaphore known = new Semaphore(AT_ONCE, true);
  private final BiPredicate<PasswordHash, CharSequence> comparison;
  private final Duration patience;

  public PasswordChecks() {
    this(PasswordHash::matches, PATIENCE);
  }

  PasswordChecks(BiPredicate<PasswordHash, CharSequence> comparison, Duration patience) {
    this.comparison = comparison;
    this.patience = patience;
  }

  /**
   * Whether a password is right.
   *
   * @param shown the entered credentials; the password may have any length
   * @param kept the hash it must match; empty if there is no person with that name, and then the
   *     check takes as long
   * @throws Refused {@code TOO_OFTEN} if too many checks are waiting
   */
  public boolean isRight(Credentials shown, Optional<PasswordHash> kept) {
    Semaphore turns = shown.fromKnownBrowser() ? known : strangers;
    takeTurn(turns);
    try {
      boolean matches = comparison.test(kept.orElse(Decoy.HASH), shown.password());
      return matches && kept.isPresent();
    } finally {
      turns.release();
    }
  }

  private void takeTurn(Semaphore turns) {
    try {
      if (turns.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS)) {
        return;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    throw Refusal.of(Kind.TOO_OFTEN, "signIn.busy").asException();
  }
}
