package de.lokalwillkommen.core.staff;

import de.lokalwillkommen.core.kernel.Refusal;
import de.lokalwillkommen.core.kernel.Refusal.Kind;
import de.lokalwillkommen.core.kernel.Refused;
import de.lokalwillkommen.core.kernel.UseCase;
import de.lokalwillkommen.core.offices.Counter;
import de.lokalwillkommen.core.offices.Office;
import de.lokalwillkommen.core.offices.Offices;
import de.lokalwillkommen.core.staff.SecondStep.Checked;
import de.lokalwillkommen.core.staff.SecondStep.Need;
import de.lokalwillkommen.core.staff.SigningIn.Denied;
import de.lokalwillkommen.core.staff.SigningIn.Entry;
import de.lokalwillkommen.core.staff.SigningIn.Halfway;
import de.lokalwillkommen.core.staff.SigningIn.Welcome;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/**
 * The database work of signing in, before and after the password is checked: two transactions, so
 * that no transaction is open meanwhile. Only {@link SigningIn} uses it.
 */
@UseCase
class BeginningSignIns {

  private Staff staff;
  private Offices offices;
  private Shifts shifts;
  private SecondStep second;
  private Clock clock;

  protected BeginningSignIns() {}

  @Inject
  BeginningSignIns(Staff staff, Offices offices, Shifts shifts, SecondStep second, Clock clock) {
    this.staff = staff;
    this.offices = offices;
    this.shifts = shifts;
    this.second = second;
    this.clock = clock;
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
    Instant now = clock.instant();
    Counsellor counsellor = staff.findForSignIn(login).orElseThrow(BeginningSignIns::wrong);
    if (counsellor.isLocked(now)) {
      throw Refusal.of(Kind.NOT_ALLOWED, "signIn.locked").asException();
    }
    boolean isSamePassword = counsellor.password().equals(Optional.of(checked));
    if (counsellor.status() != PersonStatus.ACTIVE || !isSamePassword) {
      throw wrong();
    }
    Optional<Office> at = office.map(this::officeOf);
    Optional<Counter> counter = at.flatMap(o -> counterLabel.map(label -> counterOf(o, label)));
    if (at.isPresent() && !counsellor.belongsTo(at.get().id())) {
      throw Refusal.of(Kind.NOT_ALLOWED, "signIn.otherOffice").asException();
    }
    if (counter.isPresent() && !counsellor.servesVisitors()) {
      throw Refusal.of(Kind.NOT_ALLOWED, "signIn.noCounter").asException();
    }
    Need need = second.needOf(counsellor);
    if (need == Need.NONE) {
      return welcome(counsellor, at, counter, List.of());
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
        .orElseGet(() -> welcome(counsellor, at, counter, checkedCode.recoveryCodes()));
  }

  private Welcome welcome(
      Counsellor counsellor,
      Optional<Office> at,
      Optional<Counter> counter,
      List<String> recoveryCodes) {
    Instant now = clock.instant();
    Optional<Counter> free =
        counter.filter(c -> !shifts.isTakenByOther(counsellor, at.orElseThrow().id(), c.id(), now));
    SecretToken token = SecretToken.random();
    SignIn signIn =
        new SignIn(
            token,
            counsellor.id(),
            at.map(Office::id).or(counsellor::office).orElse(null),
            free.map(Counter::id).orElse(null),
            now);
    int replaced = free.isPresent() ? shifts.replaceOthers(counsellor, now) : 0;
    staff.add(signIn);
    counsellor.signedInOn(today(at.or(() -> counsellor.office().flatMap(offices::find)), now));
    free.ifPresent(c -> shifts.begin(counsellor, at.orElseThrow().id(), c.id(), now));
    return new Welcome(token, signIn.describe(counsellor), replaced, recoveryCodes);
  }

  /** The day on the clock of the office; without one, that of UTC. */
  private static LocalDate today(Optional<Office> office, Instant now) {
    return LocalDate.ofInstant(now, office.map(Office::zone).orElse(ZoneOffset.UTC));
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
