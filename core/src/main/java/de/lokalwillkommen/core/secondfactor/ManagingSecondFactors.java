package de.lokalwillkommen.core.secondfactor;

import de.lokalwillkommen.core.kernel.NotedState;
import de.lokalwillkommen.core.kernel.Refusal;
import de.lokalwillkommen.core.kernel.Refusal.Kind;
import de.lokalwillkommen.core.kernel.Refused;
import de.lokalwillkommen.core.kernel.UseCase;
import de.lokalwillkommen.core.staff.Access;
import de.lokalwillkommen.core.staff.Counsellor;
import de.lokalwillkommen.core.staff.Manager;
import de.lokalwillkommen.core.staff.Right;
import de.lokalwillkommen.core.staff.SignInEnd;
import de.lokalwillkommen.core.staff.SignedIn;
import de.lokalwillkommen.core.staff.Staff;
import jakarta.inject.Inject;
import java.util.Optional;

/** Removes the second factors of others, and arranges whether administrators need one. */
@UseCase
public class ManagingSecondFactors {

  private Staff staff;
  private SecondFactors factors;
  private Access access;
  private SecondFactorLog log;

  protected ManagingSecondFactors() {}

  @Inject
  ManagingSecondFactors(Staff staff, SecondFactors factors, Access access, SecondFactorLog log) {
    this.staff = staff;
    this.factors = factors;
    this.access = access;
    this.log = log;
  }

  /** Whether a person whom the caller manages has a second factor in force. */
  public boolean isActive(SignedIn who, long person) {
    return staff.find(person).filter(p -> p.isManagedBy(Manager.of(who, staff))).isPresent()
        && factors.find(person).filter(SecondFactor::isConfirmed).isPresent();
  }

  /**
   * Removes the second factor of another person, whose phone is lost, and ends all sign-ins.
   *
   * @throws Refused {@code UNKNOWN} if there is no such person whom the caller may manage, {@code
   *     CONFLICT} for the caller's own, which takes a code, and if there is none
   */
  public void reset(SignedIn who, long id) {
    SignedIn caller = presentRightsOf(who);
    if (caller.counsellor() == id) {
      throw Refusal.of(Kind.CONFLICT, "secondFactor.own").asException();
    }
    Counsellor person =
        staff
            .findForChange(id)
            .filter(p -> p.isManagedBy(Manager.of(caller, staff)))
            .orElseThrow(() -> Refusal.of(Kind.UNKNOWN, "person.unknown").asException());
    if (factors.find(id).filter(SecondFactor::isConfirmed).isEmpty()) {
      throw Refusal.of(Kind.CONFLICT, "secondFactor.changed").asException();
    }
    factors.removeOf(id);
    access.endAll(person, SignInEnd.EVERYWHERE);
    log.write(caller.asAuthor(), person, SecondFactorAction.REVOKE);
  }

  /** Why administrators need no second factor; empty if they need one. */
  public Optional<String> findWaiver() {
    return factors.getRule().waiver();
  }

  /**
   * Requires a second factor of administrators, or none for a reason. Those who are signed in stay
   * so.
   *
   * @param waiver the reason for none; empty to require one
   * @throws Refused {@code NOT_ALLOWED} for people without the right, {@code INVALID} for a reason
   *     that does not fit
   */
  public void arrange(SignedIn who, Optional<String> waiver) {
    SignedIn caller = presentRightsOf(who);
    if (!caller.mayEverywhere(Right.ARRANGE_SIGN_IN)) {
      throw Refusal.of(Kind.NOT_ALLOWED, "signIn.notYours").asException();
    }
    SecondFactorRule rule = factors.getRuleForChange();
    NotedState before = SecondFactorLog.stateOf(rule);
    waiver.ifPresentOrElse(rule::waive, rule::require);
    log.write(
        caller.asAuthor(),
        rule.isRequired() ? SecondFactorAction.REQUIRE : SecondFactorAction.WAIVE,
        before,
        SecondFactorLog.stateOf(rule));
  }

  /** The caller with the present rights, which another change may have taken away. */
  private SignedIn presentRightsOf(SignedIn who) {
    return staff
        .find(who.counsellor())
        .flatMap(caller -> caller.findPresentRights(who))
        .orElseThrow(() -> Refusal.of(Kind.NOT_ALLOWED, "signIn.notYours").asException());
  }
}
