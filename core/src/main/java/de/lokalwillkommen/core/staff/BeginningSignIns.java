package de.lokalwillkommen.core.staff;

import de.lokalwillkommen.core.kernel.Refusal;
import de.lokalwillkommen.core.kernel.Refusal.Kind;
import de.lokalwillkommen.core.kernel.Refused;
import de.lokalwillkommen.core.kernel.UseCase;
import de.lokalwillkommen.core.staff.Admission.Place;
import de.lokalwillkommen.core.staff.SecondStep.Checked;
import de.lokalwillkommen.core.staff.SecondStep.Need;
import de.lokalwillkommen.core.staff.SigningIn.Denied;
import de.lokalwillkommen.core.staff.SigningIn.Entry;
import de.lokalwillkommen.core.staff.SigningIn.Halfway;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;

/**
 * The database work of signing in, before and after the password is checked: two transactions, so
 * that no transaction is open meanwhile. Only {@link SigningIn} uses it.
 */
@UseCase
class BeginningSignIns {

  private Staff staff;
  private Admission admission;
  private SecondStep second;

  protected BeginningSignIns() {}

  @Inject
  BeginningSignIns(Staff staff, Admission admission, SecondStep second) {
    this.staff = staff;
    this.admission = admission;
    this.second = second;
  }

  /** The hash of the person's password, if there is such a person. */
  public Optional<PasswordHash> findPassword(String login) {
    return staff.findByLogin(login).flatMap(Counsellor::password);
  }

  /**
   * Signs in a person whose password was right. Concurrent sign-ins of one person, and changes of
   * the account, run one after another.
   *
   * @param checked the stored password that was right; refused if it has been replaced meanwhile
   * @param code the code that was typed; empty if none was asked for yet
   * @return how it went; a wrong code is no exception, since the transaction counts it
   * @throws Refused as {@link SigningIn#signIn} says
   */
  public Entry begin(
      String login,
      PasswordHash checked,
      Optional<String> code,
      Optional<String> office,
      Optional<String> counterLabel) {
    Counsellor counsellor = staff.findForSignIn(login).orElseThrow(BeginningSignIns::wrong);
    admission.requireUnlocked(counsellor);
    boolean isSamePassword = counsellor.password().equals(Optional.of(checked));
    if (counsellor.status() != PersonStatus.ACTIVE || !isSamePassword) {
      throw wrong();
    }
    Place place = admission.placeFor(counsellor, office, counterLabel);
    Need need = second.needOf(counsellor);
    if (need == Need.NONE) {
      return admission.welcome(counsellor, place, List.of());
    }
    if (code.isEmpty()) {
      if (need == Need.ENROLMENT) {
        second.prepare(counsellor);
      }
      return new Halfway(login, Halfway.markOf(checked), need);
    }
    Checked checkedCode = second.check(counsellor, code.get());
    return checkedCode
        .objection()
        .<Entry>map(Denied::new)
        .orElseGet(() -> admission.welcome(counsellor, place, checkedCode.recoveryCodes()));
  }

  private static Refused wrong() {
    return Refusal.of(Kind.NOT_SIGNED_IN, "signIn.wrong").asException();
  }
}
