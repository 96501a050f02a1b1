package de.lokalwillkommen.core.people;

import de.lokalwillkommen.core.kernel.Refusal;
import de.lokalwillkommen.core.kernel.Refusal.Kind;
import de.lokalwillkommen.core.kernel.Refused;
import de.lokalwillkommen.core.kernel.UseCase;
import de.lokalwillkommen.core.staff.Access;
import de.lokalwillkommen.core.staff.Counsellor;
import de.lokalwillkommen.core.staff.Credentials;
import de.lokalwillkommen.core.staff.LoginName;
import de.lokalwillkommen.core.staff.Manager;
import de.lokalwillkommen.core.staff.Organisation;
import de.lokalwillkommen.core.staff.PersonDetails;
import de.lokalwillkommen.core.staff.PersonStatus;
import de.lokalwillkommen.core.staff.Right;
import de.lokalwillkommen.core.staff.Role;
import de.lokalwillkommen.core.staff.SignInEnd;
import de.lokalwillkommen.core.staff.SignedIn;
import de.lokalwillkommen.core.staff.Staff;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;

/**
 * Invites people, changes what they may do, and ends their access. Administrators manage all,
 * office leads the counsellors of their office who belong to their organisation. An administrator
 * with a password always remains: the way back when no identity provider answers.
 */
@UseCase
public class ManagingPeople {

  private Staff staff;
  private Invitations invitations;
  private DetailsCheck checks;
  private Access access;
  private PeopleLog log;
  private Clock clock;

  protected ManagingPeople() {}

  @Inject
  ManagingPeople(
      Staff staff,
      Invitations invitations,
      DetailsCheck checks,
      Access access,
      PeopleLog log,
      Clock clock) {
    this.staff = staff;
    this.invitations = invitations;
    this.checks = checks;
    this.access = access;
    this.log = log;
    this.clock = clock;
  }

  /**
   * A new invitation.
   *
   * @param person the invited person
   * @param code the secret to hand over, shown once
   * @param until when it expires
   */
  public record Invited(PersonView person, InvitationCode code, Instant until) {}

  /** The people whom a person may manage, by display name. */
  public List<PersonView> list(SignedIn who) {
    Manager manager = Manager.of(who, staff);
    return staff.list().stream()
        .filter(person -> person.isManagedBy(manager))
        .map(PersonView::of)
        .sorted(Comparator.comparing(p -> p.details().displayName(), String.CASE_INSENSITIVE_ORDER))
        .toList();
  }

  /** The person with that identifier, if the caller may manage the person. */
  public Optional<PersonView> find(SignedIn who, long person) {
    Manager manager = Manager.of(who, staff);
    return staff.find(person).filter(p -> p.isManagedBy(manager)).map(PersonView::of);
  }

  /** The roles that a person may give to others. */
  public List<Role> listRolesToGrant(SignedIn who) {
    Manager manager = Manager.of(who, staff);
    return Arrays.stream(Role.values())
        .filter(role -> manager.manages(who.office(), Set.of(role), manager.organisation()))
        .toList();
  }

  /** The organisations from which people come, by name. */
  public List<Organisation> listOrganisations() {
    return staff.listOrganisations();
  }

  /** The organisations that a person may give to others, by name. */
  public List<Organisation> listOrganisationsToGrant(SignedIn who) {
    Manager manager = Manager.of(who, staff);
    return staff.listOrganisations().stream()
        .filter(organisation -> manager.mayName(Optional.of(organisation.id())))
        .toList();
  }

  /**
   * Adds an organisation; one of the same name is not added again.
   *
   * @throws Refused {@code INVALID} for a name that does not fit, {@code NOT_ALLOWED} for people
   *     who do not manage all people
   */
  public Organisation addOrganisation(SignedIn who, String name) {
    Organisation wanted = Organisation.named(name);
    invitations.takeTurn();
    SignedIn caller = presentRightsOf(who);
    if (!caller.mayEverywhere(Right.MANAGE_PEOPLE)) {
      throw Refusal.of(Kind.NOT_ALLOWED, "person.grant").asException();
    }
    Optional<Organisation> known =
        staff.listOrganisations().stream().filter(o -> o.id().equals(wanted.id())).findFirst();
    if (known.isEmpty()) {
      staff.add(wanted);
      log.write(caller.asAuthor(), wanted);
    }
    return known.orElse(wanted);
  }

  /**
   * Creates an account without a password.
   *
   * @param login the name to sign in with
   * @throws Refused {@code INVALID} for names or details that may not be, {@code NOT_ALLOWED} for
   *     more than the caller may grant, {@code CONFLICT} if the name is taken
   */
  public Invited invite(SignedIn who, String login, PersonDetails details) {
    String name = new Credentials(login, "", false).login();
    LoginName.findObjection(name)
        .ifPresent(
            objection -> {
              throw objection.asException();
            });
    invitations.takeTurn();
    checks.requireFit(Manager.of(presentRightsOf(who), staff), details);
    if (staff.findByLogin(name).isPresent()) {
      throw Refusal.of(Kind.CONFLICT, "person.login").with("field", "login").asException();
    }
    Counsellor person = new Counsellor(name, details);
    staff.add(person);
    log.write(who.asAuthor(), PersonAction.INVITE, Optional.empty(), person);
    return newInvitation(person);
  }

  /**
   * Changes names, office, roles and skills. Another office or other roles end all sign-ins, since
   * they were made for the previous ones.
   *
   * @throws Refused {@code UNKNOWN} if there is no such person whom the caller may manage, {@code
   *     CONFLICT} for the last administrator; or as {@link #invite} says
   */
  public void change(SignedIn who, long id, PersonDetails details) {
    changed(
        who,
        id,
        PersonAction.CHANGE,
        (caller, person) -> {
          checks.requireFit(Manager.of(caller, staff), details);
          boolean moves = details.haveOtherRightsThan(person.details());
          person.become(details);
          if (moves) {
            access.endAll(person, SignInEnd.CHANGED);
          }
        });
  }

  /**
   * Lets a person leave: sign-ins, shifts and the invitation end at once.
   *
   * @throws Refused as {@link #change} says
   */
  public void leave(SignedIn who, long id) {
    changed(
        who,
        id,
        PersonAction.LEAVE,
        (caller, person) -> {
          person.leave();
          invitations.removeOf(person.id());
          access.endAll(person, SignInEnd.LEFT);
        });
  }

  /**
   * Lets a person who has left sign in again, with the password from before.
   *
   * @throws Refused as {@link #change} says
   */
  public void comeBack(SignedIn who, long id) {
    changed(who, id, PersonAction.RETURN, (caller, person) -> person.comeBack());
  }

  /**
   * Removes the password, ends all sign-ins and makes a new invitation, which takes the place of an
   * earlier one.
   *
   * @throws Refused as {@link #change} says, and {@code CONFLICT} for a person who has left, or
   *     whom an identity provider recognises
   */
  public Invited inviteAgain(SignedIn who, long id) {
    Counsellor person =
        changed(
            who,
            id,
            PersonAction.RESET,
            (caller, p) -> {
              if (p.status() == PersonStatus.LEFT) {
                throw Refusal.of(Kind.CONFLICT, "person.left").asException();
              }
              if (p.isFederated()) {
                throw Refusal.of(Kind.CONFLICT, "person.federated").asException();
              }
              p.forgetPassword();
              access.endAll(p, SignInEnd.PASSWORD);
            });
    return newInvitation(person);
  }

  /**
   * Ends all sign-ins and shifts of a person.
   *
   * @throws Refused as {@link #change} says
   */
  public void signOutEverywhere(SignedIn who, long id) {
    changed(
        who,
        id,
        PersonAction.SIGN_OUT,
        (caller, person) -> access.endAll(person, SignInEnd.EVERYWHERE));
  }

  /**
   * Changes a person. The other administrators are read before the person is locked: a person who
   * is signing in may wait for sign-ins that this transaction ends.
   */
  private Counsellor changed(
      SignedIn who, long id, PersonAction action, BiConsumer<SignedIn, Counsellor> change) {
    invitations.takeTurn();
    SignedIn caller = presentRightsOf(who);
    boolean othersAdminister =
        staff.list().stream().anyMatch(p -> p.id() != id && p.isLocalAdministrator());
    Counsellor person = managed(Manager.of(caller, staff), staff.findForChange(id));
    boolean administered = person.isLocalAdministrator();
    String before = PeopleLog.stateOf(person);
    change.accept(caller, person);
    if (administered && !person.isLocalAdministrator() && !othersAdminister) {
      throw Refusal.of(Kind.CONFLICT, "person.lastAdministrator").asException();
    }
    log.write(caller.asAuthor(), action, Optional.of(before), person);
    return person;
  }

  private Invited newInvitation(Counsellor person) {
    InvitationCode code = InvitationCode.random();
    invitations.removeOf(person.id());
    Invitation invitation = new Invitation(person.id(), code, clock.instant());
    invitations.add(invitation);
    return new Invited(PersonView.of(person), code, invitation.expiresAt());
  }

  /** The caller with the present rights, which another change may have taken away. */
  private SignedIn presentRightsOf(SignedIn who) {
    return staff
        .find(who.counsellor())
        .flatMap(caller -> caller.findPresentRights(who))
        .orElseThrow(() -> Refusal.of(Kind.NOT_ALLOWED, "signIn.notYours").asException());
  }

  private static Counsellor managed(Manager manager, Optional<Counsellor> person) {
    return person
        .filter(p -> p.isManagedBy(manager))
        .orElseThrow(() -> Refusal.of(Kind.UNKNOWN, "person.unknown").asException());
  }
}
