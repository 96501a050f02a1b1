package de.lokalwillkommen.core.staff;

import de.lokalwillkommen.core.kernel.Refusal;
import de.lokalwillkommen.core.kernel.Refusal.Kind;
import de.lokalwillkommen.core.kernel.Refused;
import de.lokalwillkommen.core.kernel.UseCase;
import de.lokalwillkommen.core.offices.Counter;
import de.lokalwillkommen.core.offices.Office;
import de.lokalwillkommen.core.offices.Offices;
import de.lokalwillkommen.core.staff.SigningIn.Welcome;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/**
 * What signing in reads and changes, before and after the password is checked: two transactions, so
 * that none is open meanwhile. For {@link SigningIn} alone.
 */
@UseCase
class BeginningSignIns {

  private Staff staff;
  private Offices offices;
  private Shifts shifts;
  private Clock clock;

  protected BeginningSignIns() {}

  @Inject
  BeginningSignIns(Staff staff, Offices offices, Shifts shifts, Clock clock) {
    this.staff = staff;
    this.offices = offices;
    this.shifts = shifts;
    this.clock = clock;
  }

  /**
   * What the password of that person must match, if there is one.
   *
   * @throws Refused {@code TOO_OFTEN} while locked
   */
  public Optional<PasswordHash> findPassword(String login) {
    Optional<Counsellor> found = staff.findByLogin(login);
    found.ifPresent(c -> requireUnlocked(c, clock.instant()));
    return found.map(Counsellor::password);
  }

  /**
   * Signs in whose password was right, and counts it if it was wrong. Those who have tried at the
   * same time come one by one: who is locked by the others' mistakes stays outside.
   *
   * @throws Refused as {@link SigningIn#signIn} says
   */
  // a wrong password is an answer, and must be counted although it is refused
  @Transactional(dontRollbackOn = Refused.class)
  public Welcome begin(
      String login,
      boolean passwordIsRight,
      Optional<String> office,
      Optional<String> counterLabel) {
    Instant now = clock.instant();
    Counsellor counsellor = staff.findForSignIn(login).orElseThrow(BeginningSignIns::wrong);
    requireUnlocked(counsellor, now);
    if (!passwordIsRight) {
      counsellor.noteWrongPassword(now);
      throw wrong();
    }
    counsellor.noteRightPassword();
    Optional<Office> at = office.map(this::officeOf);
    Optional<Counter> counter = at.flatMap(o -> counterLabel.map(label -> counterOf(o, label)));
    if (at.isPresent() && !counsellor.belongsTo(at.get().id())) {
      throw Refusal.of(Kind.NOT_ALLOWED, "signIn.otherOffice").asException();
    }
    if (counter.isPresent() && !counsellor.servesVisitors()) {
      throw Refusal.of(Kind.NOT_ALLOWED, "signIn.noCounter").asException();
    }
    SecretToken token = SecretToken.random();
    SignIn signIn =
        new SignIn(
            token,
            counsellor.id(),
            at.map(Office::id).or(counsellor::office).orElse(null),
            counter.map(Counter::id).orElse(null),
            now);
    staff.add(signIn);
    counter.ifPresent(c -> shifts.begin(counsellor, at.orElseThrow().id(), c.id(), now));
    return new Welcome(token, signIn.describe(counsellor));
  }

  private static void requireUnlocked(Counsellor counsellor, Instant now) {
    if (counsellor.isLocked(now)) {
      throw Refusal.of(Kind.TOO_OFTEN, "signIn.locked").asException();
    }
  }

  private static Refused wrong() {
    return Refusal.of(Kind.NOT_SIGNED_IN, "signIn.wrong").asException();
  }

  private Office officeOf(String id) {
    return offices
        .find(id)
        .orElseThrow(
            () -> Refusal.of(Kind.INVALID, "office.unknown").with("field", "office").asException());
  }

  private static Counter counterOf(Office office, String label) {
    return office
        .findCounter(label)
        .orElseThrow(
            () ->
                Refusal.of(Kind.INVALID, "counter.unknown").with("field", "counter").asException());
  }
}
