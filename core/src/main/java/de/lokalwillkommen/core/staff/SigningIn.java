package de.lokalwillkommen.core.staff;

import de.lokalwillkommen.core.kernel.Refusal;
import de.lokalwillkommen.core.kernel.Refusal.Kind;
import de.lokalwillkommen.core.kernel.Refused;
import de.lokalwillkommen.core.kernel.UseCase;
import de.lokalwillkommen.core.staff.SecondStep.Need;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
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

  /** The result of a right password. */
  public sealed interface Entry permits Welcome, Halfway, Denied {}

  /**
   * The result of signing in.
   *
   * @param token the secret to present with every request from now on; stored only as a hash
   * @param who the person, as recognised by that token; without a counter if none was named, or if
   *     a colleague works there
   * @param replaced the number of sign-ins of the same person at a counter that this one has ended
   * @param recoveryCodes new recovery codes of the second factor that has been set up with it
   */
  public record Welcome(SecretToken token, SignedIn who, int replaced, List<String> recoveryCodes)
      implements Entry {}

  /**
   * The password was right, and a code is needed as well. It gives no right.
   *
   * @param login the name to sign in with
   * @param passwordMark tells whether the password is still the same
   * @param need what is asked for
   */
  public record Halfway(String login, String passwordMark, Need need) implements Entry {

    static String markOf(PasswordHash password) {
      return new SecretToken(password.phc()).hash();
    }

    /** Whether that person still has the password that was right. */
    public boolean isFor(Counsellor person) {
      return person.login().equals(login)
          && person.status() == PersonStatus.ACTIVE
          && person.password().map(Halfway::markOf).filter(passwordMark::equals).isPresent();
    }
  }

  /** A wrong code, which has been counted. */
  record Denied(Refusal objection) implements Entry {}

  /**
   * Signs a person in at a counter and begins a shift there, unless a code is needed first. Ends
   * the person's other sign-in and shift at a counter, and shifts at this counter whose counsellors
   * left without signing out. At a counter where a colleague works the person is signed in without
   * a counter and asked: see {@link TakingCounters}.
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
  public Entry signIn(Credentials shown, Optional<String> office, Optional<String> counterLabel) {
    Optional<PasswordHash> kept = beginning.findPassword(shown.login());
    if (!passwords.isRight(shown, kept)) {
      throw Refusal.of(Kind.NOT_SIGNED_IN, "signIn.wrong").asException();
    }
    return beginning.begin(
        shown.login(), kept.orElseThrow(), Optional.empty(), office, counterLabel);
  }

  /**
   * Goes on with a code after a right password.
   *
   * @param code as it was typed: of the app, or a recovery code
   * @throws Refused {@code NOT_SIGNED_IN} for a wrong code, or if the password has changed since;
   *     or as {@link #signIn} says
   */
  // a wrong code is counted in a transaction that is kept
  @Transactional(TxType.NOT_SUPPORTED)
  public Welcome goOn(
      Halfway halfway, String code, Optional<String> office, Optional<String> counterLabel) {
    PasswordHash checked =
        beginning
            .findPassword(halfway.login())
            .filter(kept -> Halfway.markOf(kept).equals(halfway.passwordMark()))
            .orElseThrow(() -> Refusal.of(Kind.NOT_SIGNED_IN, "signIn.wrong").asException());
    Entry entry =
        beginning.begin(halfway.login(), checked, Optional.of(code), office, counterLabel);
    if (entry instanceof Denied denied) {
      throw denied.objection().asException();
    }
    return (Welcome) entry;
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
