package de.lokalwillkommen.core.staff;

import de.lokalwillkommen.core.kernel.Refusal;
import de.lokalwillkommen.core.kernel.Refusal.Kind;
import de.lokalwillkommen.core.kernel.Refused;
import de.lokalwillkommen.core.kernel.UseCase;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** Signs people in at a counter, recognises them afterwards, and signs them out. */
@UseCase
public class SigningIn {

  private Staff staff;
  private BeginningSignIns beginning;
  private PasswordChecks passwords;
  private Shifts shifts;
  private Clock clock;

  protected SigningIn() {}

  @Inject
  SigningIn(
      Staff staff,
      BeginningSignIns beginning,
      PasswordChecks passwords,
      Shifts shifts,
      Clock clock) {
    this.staff = staff;
    this.beginning = beginning;
    this.passwords = passwords;
    this.shifts = shifts;
    this.clock = clock;
  }

  /**
   * The result of signing in.
   *
   * @param token the secret to present with every request from now on; stored only as a hash
   * @param who the person, as recognised by that token
   * @param replaced the number of sign-ins of the same person at a counter that this one has ended
   */
  public record Welcome(SecretToken token, SignedIn who, int replaced) {}

  /**
   * Signs a person in at a counter and begins a shift there. Ends the person's other sign-in and
   * shift at a counter, and shifts at this counter whose counsellors left without signing out.
   *
   * @param shown name and password
   * @param office slug, or empty to sign in without a counter
   * @param counterLabel the label of a counter of that office
   * @throws Refused {@code NOT_SIGNED_IN} for a wrong name or password, {@code TOO_OFTEN} while too
   *     many others sign in, {@code NOT_ALLOWED} for an account that is locked, an office that is
   *     not the person's, or a counter at which the role does not work, {@code INVALID} for an
   *     unknown office or counter
   */
  // checking a password takes long, and an unknown caller must not hold a database connection
  // meanwhile
  @Transactional(TxType.NOT_SUPPORTED)
  public Welcome signIn(Credentials shown, Optional<String> office, Optional<String> counterLabel) {
    Optional<PasswordHash> kept = beginning.findPassword(shown.login());
    if (!passwords.isRight(shown, kept)) {
      throw Refusal.of(Kind.NOT_SIGNED_IN, "signIn.wrong").asException();
    }
    return beginning.begin(shown.login(), kept.orElseThrow(), office, counterLabel);
  }

  /**
   * The person to whom that token belongs, if it is still valid.
   *
   * @param byHand whether a person caused the request, not an open page by itself
   */
  public Optional<SignedIn> recognise(SecretToken token, boolean byHand) {
    Instant now = clock.instant();
    Optional<SignIn> found = staff.findSignIn(token).filter(s -> !s.isOver(now));
    found.ifPresent(s -> s.note(byHand, now));
    return found.flatMap(s -> staff.find(s.counsellor()).map(s::describe));
  }

  /**
   * Those sign-ins that are over, of those given.
   *
   * @param tokenHashes the hashes of their tokens
   */
  public Set<String> listOver(Set<String> tokenHashes) {
    if (tokenHashes.isEmpty()) {
      return Set.of();
    }
    Instant now = clock.instant();
    Set<String> over = new HashSet<>(tokenHashes);
    staff.listSignIns(tokenHashes).stream()
        .filter(signIn -> !signIn.isOver(now))
        .map(SignIn::tokenHash)
        .forEach(over::remove);
    return over;
  }

  /** Why that token is no longer valid; empty if it is valid or unknown. */
  public Optional<SignInEnd> findEnd(SecretToken token) {
    return staff.findSignIn(token).flatMap(s -> s.findEnd(clock.instant()));
  }

  /** Whether it is time to ask the owner of that token to confirm presence. */
  public boolean isUnusedForLong(SecretToken token) {
    return staff.findSignIn(token).filter(s -> s.isUnusedForLong(clock.instant())).isPresent();
  }

  /**
   * Deletes expired sign-ins, since working times must not be kept. With the last sign-in of a
   * person at a counter a shift without a sign-out ends as well.
   */
  public void forget() {
    Instant now = clock.instant();
    staff.listGone(now).forEach(counsellor -> shifts.endAllOf(counsellor, now));
    staff.removeSignInsOver(now);
  }

  /**
   * Ends the sign-in, and its shift if it was at a counter; does nothing if the sign-in has ended
   * already or is unknown.
   */
  public void signOut(SecretToken token) {
    Instant now = clock.instant();
    staff
        .findSignIn(token)
        .filter(signIn -> !signIn.isOver(now))
        .ifPresent(
            signIn -> {
              if (signIn.isAtCounter()) {
                shifts.endAllOf(signIn.counsellor(), now);
              }
              staff.remove(signIn);
            });
  }
}
