package de.lokalwillkommen.core.secondfactor;

import de.lokalwillkommen.core.kernel.Refusal;
import de.lokalwillkommen.core.kernel.Refusal.Kind;
import de.lokalwillkommen.core.kernel.Refused;
import de.lokalwillkommen.core.kernel.UseCase;
import de.lokalwillkommen.core.staff.Counsellor;
import de.lokalwillkommen.core.staff.SecondStep.Checked;
import de.lokalwillkommen.core.staff.SignedIn;
import de.lokalwillkommen.core.staff.SigningIn.Halfway;
import de.lokalwillkommen.core.staff.Staff;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;

/** What a person does with the own second factor. */
@UseCase
public class UsingSecondFactor {

  private Staff staff;
  private SecondFactors factors;
  private SecondFactorCheck checks;
  private Sealing sealing;
  private SecondFactorLog log;

  protected UsingSecondFactor() {}

  @Inject
  UsingSecondFactor(
      Staff staff,
      SecondFactors factors,
      SecondFactorCheck checks,
      Sealing sealing,
      SecondFactorLog log) {
    this.staff = staff;
    this.factors = factors;
    this.checks = checks;
    this.sealing = sealing;
    this.log = log;
  }

  /**
   * How it stands with the second factor of a person.
   *
   * @param active whether signing in asks for a code
   * @param recoveryCodes the number of recovery codes that are left
   * @param required whether the person needs one
   */
  public record State(boolean active, int recoveryCodes, boolean required) {}

  /**
   * The result of a code for the own second factor.
   *
   * @param objection why it was refused; empty if it was right
   * @param recoveryCodes new recovery codes, shown once
   */
  public record Done(Optional<Refusal> objection, List<String> recoveryCodes) {

    private static Done of(Checked checked) {
      return new Done(checked.objection(), checked.recoveryCodes());
    }

    @Override
    public String toString() {
      return "Done[…]";
    }
  }

  /** How it stands with the second factor of the caller. */
  public State getState(SignedIn who) {
    Optional<SecondFactor> active = factors.find(who.counsellor()).filter(f -> f.isConfirmed());
    return new State(
        active.isPresent(),
        active.map(SecondFactor::recoveryCodes).orElse(0),
        SecondFactorCheck.isRequired(who.roles(), factors.getRule()));
  }

  /** The secret that waits for its first code, for a person whose password was right. */
  public Optional<Proposal> findProposal(Halfway halfway) {
    return staff
        .findByLogin(halfway.login())
        .filter(halfway::isFor)
        .flatMap(person -> findProposal(person.id()));
  }

  /** The secret that waits for its first code, of the caller. */
  public Optional<Proposal> findProposal(SignedIn who) {
    return findProposal(who.counsellor());
  }

  private Optional<Proposal> findProposal(long id) {
    return checks
        .findProposed(id)
        .flatMap(f -> staff.find(id).map(p -> Proposal.of(p.login(), f.secret(sealing))));
  }

  /**
   * Makes a new secret for the app of the caller.
   *
   * @throws Refused {@code CONFLICT} if a second factor is in force already
   */
  public void propose(SignedIn who) {
    checks.propose(locked(who));
  }

  /**
   * Puts the proposed secret into force with its first code. A wrong code is part of the answer, so
   * that it is counted.
   *
   * @throws Refused {@code CONFLICT} if none is proposed
   */
  public Done confirm(SignedIn who, String code) {
    Counsellor person = locked(who);
    if (checks.findProposed(person.id()).isEmpty()) {
      throw Refusal.of(Kind.CONFLICT, "secondFactor.changed").asException();
    }
    return Done.of(checks.check(person, code));
  }

  /** Makes new recovery codes in the place of the older ones, for a right code. */
  public Done renewRecoveryCodes(SignedIn who, String code) {
    Counsellor person = locked(who);
    SecondFactor factor = inForce(person);
    Checked checked = checks.check(person, code);
    if (checked.objection().isPresent()) {
      return Done.of(checked);
    }
    log.write(person, SecondFactorAction.RENEW);
    return new Done(Optional.empty(), checks.newRecoveryCodes(factor));
  }

  /**
   * Removes the second factor of the caller, for a right code. An administrator is asked to set a
   * new one up at the next sign-in.
   */
  public Done remove(SignedIn who, String code) {
    Counsellor person = locked(who);
    inForce(person);
    Checked checked = checks.check(person, code);
    if (checked.objection().isEmpty()) {
      factors.removeOf(person.id());
      log.write(person, SecondFactorAction.REMOVE);
    }
    return Done.of(checked);
  }

  private SecondFactor inForce(Counsellor person) {
    return factors
        .find(person.id())
        .filter(SecondFactor::isConfirmed)
        .orElseThrow(() -> Refusal.of(Kind.CONFLICT, "secondFactor.changed").asException());
  }

  private Counsellor locked(SignedIn who) {
    return staff
        .findForChange(who.counsellor())
        .orElseThrow(() -> Refusal.of(Kind.NOT_ALLOWED, "signIn.notYours").asException());
  }
}
