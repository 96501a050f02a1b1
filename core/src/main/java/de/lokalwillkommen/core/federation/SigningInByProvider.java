package de.lokalwillkommen.core.federation;

import de.lokalwillkommen.core.kernel.Author;
import de.lokalwillkommen.core.kernel.Refusal;
import de.lokalwillkommen.core.kernel.Refusal.Kind;
import de.lokalwillkommen.core.kernel.Refused;
import de.lokalwillkommen.core.kernel.UseCase;
import de.lokalwillkommen.core.offices.Offices;
import de.lokalwillkommen.core.people.PeopleLog;
import de.lokalwillkommen.core.people.PersonAction;
import de.lokalwillkommen.core.staff.Access;
import de.lokalwillkommen.core.staff.Admission;
import de.lokalwillkommen.core.staff.Counsellor;
import de.lokalwillkommen.core.staff.PersonDetails;
import de.lokalwillkommen.core.staff.PersonStatus;
import de.lokalwillkommen.core.staff.SignInEnd;
import de.lokalwillkommen.core.staff.SigningIn.Welcome;
import de.lokalwillkommen.core.staff.Skills;
import de.lokalwillkommen.core.staff.Staff;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Signs in people whom the identity provider has recognised. The first sign-in makes the person;
 * each takes over name, roles and office, and the organisation if a mapping names one; one that a
 * mapping has given goes when no mapping names one any more. A second factor is the provider's
 * matter.
 */
@UseCase
public class SigningInByProvider {

  private Federation federation;
  private Staff staff;
  private Offices offices;
  private Admission admission;
  private Access access;
  private PeopleLog log;
  private SessionSealing sealing;

  protected SigningInByProvider() {}

  @Inject
  SigningInByProvider(
      Federation federation,
      Staff staff,
      Offices offices,
      Admission admission,
      Access access,
      PeopleLog log,
      SessionSealing sealing) {
    this.federation = federation;
    this.staff = staff;
    this.offices = offices;
    this.admission = admission;
    this.access = access;
    this.log = log;
    this.sealing = sealing;
  }

  /**
   * Signs in the person with that account.
   *
   * @param office slug, or empty to sign in without a counter
   * @param counterLabel the label of a counter of that office
   * @throws Refused {@code NOT_ALLOWED} for an account without a role, for one of several offices
   *     of which none was chosen, for one of several organisations, and for a person who has left;
   *     or as {@link Admission#admit} says
   */
  public Welcome signIn(
      ProviderAccount account, Optional<String> office, Optional<String> counterLabel) {
    Grant grant = Grant.of(mappingsOf(account), office);
    Counsellor person = findLocked(account).orElseGet(() -> makeOnce(account, grant));
    if (person.status() == PersonStatus.LEFT) {
      throw Refusal.of(Kind.NOT_ALLOWED, "federation.left").asException();
    }
    takeOver(person, account, grant);
    Welcome welcome = admission.admit(person, office, counterLabel);
    federation.add(new ProviderSession(welcome.token().hash(), person.id(), account, sealing));
    return welcome;
  }

  private List<ClaimMapping> mappingsOf(ProviderAccount account) {
    return federation.listMappings().stream()
        .filter(m -> account.values().contains(m.value()))
        .filter(m -> m.office().isEmpty() || m.office().flatMap(offices::find).isPresent())
        .toList();
  }

  private Optional<Counsellor> findLocked(ProviderAccount account) {
    return federation
        .findAccount(account.hash())
        .flatMap(known -> staff.findForChange(known.person()));
  }

  /** Of two first sign-ins of one account, the second waits and finds the person. */
  private Counsellor makeOnce(ProviderAccount account, Grant grant) {
    federation.takeTurn();
    return findLocked(account).orElseGet(() -> make(account, grant));
  }

  private Counsellor make(ProviderAccount account, Grant grant) {
    PersonDetails details =
        new PersonDetails(
            nameOf(account),
            grant.organisation(),
            grant.office(),
            grant.roles(),
            new Skills(Set.of(), Set.of()));
    Counsellor person = Counsellor.federated(account.login(), details);
    staff.add(person);
    federation.add(new FederatedAccount(account.hash(), person.id()));
    log.write(Author.SYSTEM, PersonAction.FEDERATE, Optional.empty(), person);
    return person;
  }

  /** The name that the provider gives; without one, that of the account here. */
  private static String nameOf(ProviderAccount account) {
    return account.name().isEmpty() ? account.login() : account.name();
  }

  private void takeOver(Counsellor person, ProviderAccount account, Grant grant) {
    PersonDetails present = person.details();
    FederatedAccount known = federation.findAccount(account.hash()).orElseThrow();
    PersonDetails details =
        new PersonDetails(
            nameOf(account),
            known.follow(grant.organisation(), present.organisation()),
            grant.office(),
            grant.roles(),
            present.skills());
    if (details.equals(present)) {
      return;
    }
    String before = PeopleLog.stateOf(person);
    person.become(details);
    boolean moves =
        details.haveOtherRightsThan(present)
            || !details.organisation().equals(present.organisation());
    if (moves) {
      access.endAll(person, SignInEnd.CHANGED);
      log.write(Author.SYSTEM, PersonAction.CHANGE, Optional.of(before), person);
    }
  }
}
