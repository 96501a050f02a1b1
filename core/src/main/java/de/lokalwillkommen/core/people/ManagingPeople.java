package de.lokalwillkommen.core.people;

import de.lokalwillkommen.core.kernel.Refusal;
import de.lokalwillkommen.core.kernel.Refusal.Kind;
import de.lokalwillkommen.core.kernel.Refused;
import de.lokalwillkommen.core.kernel.UseCase;
import de.lokalwillkommen.core.offices.Offices;
import de.lokalwillkommen.core.staff.Access;
import de.lokalwillkommen.core.staff.Counsellor;
import de.lokalwillkommen.core.staff.Credentials;
import de.lokalwillkommen.core.staff.LoginName;
import de.lokalwillkommen.core.staff.Organisation;
import de.lokalwillkommen.core.staff.PersonDetails;
import de.lokalwillkommen.core.staff.PersonStatus;
import de.lokalwillkommen.core.staff.SignInEnd;
import de.lokalwillkommen.core.staff.SignedIn;
import de.lokalwillkommen.core.staff.Staff;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Invites people, changes what they may do, and ends their access. Administrators manage all,
 * office leads the counsellors of their office. An administrator who can sign in always remains.
 */
@UseCase
public class ManagingPeople {

  private Staff staff;
  private Invitations invitations;
  private Offices offices;
  private Access access;
  private PeopleLog log;
  private Clock clock;

  protected ManagingPeople() {}

  @Inject
  ManagingPeople(
      Staff staff,
      Invitations invitations,
      Offices offices,
      Access access,
      PeopleLog log,
      Clock clock) {
    this.staff = staff;
    this.invitations = invitations;
    this.offices = offices;
    this.access = access;
    this.log = log;
    this.clock = clock;
  }

  /**
   * A new invitation.
   *
   * @param person the invited person
   * @param code the secret to hand over, shown once
   */
  public record Invited(PersonView person, InvitationCode code) {}

  /** The people whom a person may manage, by display name. */
  public List<PersonView> list(SignedIn who) {
    return staff.list().stream()
        .filter(person -> person.isManagedBy(who))
        .map(PersonView::of)
        .sorted(Comparator.comparing(p -> p.details().displayName(), String.CASE_INSENSITIVE_ORDER))
        .toList();
  }

  /**
   * One person.
   *
   * @throws Refused {@code UNKNOWN} if there is no such person whom the caller may manage
   */
  public PersonView get(SignedIn who, long person) {
    return PersonView.of(managed(who, staff.find(person)));
  }

  /** The organisations from which people come, by name. */
  public List<Organisation> listOrganisations() {
    return staff.listOrganisations();
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
    LoginName.findObjection(name).ifPresent(ManagingPeople::refuse);
    requireFit(who, details);
    invitations.takeTurn();
    if (staff.findByLogin(name).isPresent()) {
      throw Refusal.of(Kind.CONFLICT, "person.login").with("field", "login").asException();
    }
    Counsellor person = new Counsellor(name, details);
    staff.add(person);
    log.write(who.asAuthor(), PersonAction.INVITE, Optional.empty(), person);
    return new Invited(PersonView.of(person), newInvitation(person));
  }

  /**
   * Changes names, office, roles and skills. Another office or other roles end all sign-ins, since
   * they were made for the previous ones.
   *
   * @throws Refused as {@link #get} and {@link #invite} say, and {@code CONFLICT} for the last
   *     administrator
   */
  public void change(SignedIn who, long id, PersonDetails details) {
    requireFit(who, details);
    changed(
        who,
        id,
        PersonAction.CHANGE,
        person -> {
          boolean moves =
              !person.office().equals(details.office()) || !person.roles().equals(details.roles());
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
        person -> {
          person.leave();
          invitations.removeOf(person.id());
          access.endAll(person, SignInEnd.LEFT);
        });
  }

  /**
   * Lets a person who has left sign in again, with the password from before.
   *
   * @throws Refused as {@link #get} says
   */
  public void comeBack(SignedIn who, long id) {
    changed(who, id, PersonAction.RETURN, Counsellor::comeBack);
  }

  /**
   * Removes the password, ends all sign-ins and makes a new invitation, which takes the place of an
   * earlier one.
   *
   * @throws Refused as {@link #change} says, and {@code CONFLICT} for a person who has left
   */
  public Invited inviteAgain(SignedIn who, long id) {
    Counsellor person =
        changed(
            who,
            id,
            PersonAction.RESET,
            p -> {
              if (p.status() == PersonStatus.LEFT) {
                throw Refusal.of(Kind.CONFLICT, "person.left").asException();
              }
              p.forgetPassword();
              access.endAll(p, SignInEnd.PASSWORD);
            });
    return new Invited(PersonView.of(person), newInvitation(person));
  }

  /**
   * Ends all sign-ins and shifts of a person.
   *
   * @throws Refused as {@link #get} says
   */
  public void signOutEverywhere(SignedIn who, long id) {
    changed(who, id, PersonAction.SIGN_OUT, person -> access.endAll(person, SignInEnd.EVERYWHERE));
  }

  private Counsellor changed(
      SignedIn who, long id, PersonAction action, Consumer<Counsellor> change) {
    invitations.takeTurn();
    Counsellor person = managed(who, staff.findForChange(id));
    boolean administered = person.isActiveAdministrator();
    String before = PeopleLog.stateOf(person);
    change.accept(person);
    if (administered && staff.list().stream().noneMatch(Counsellor::isActiveAdministrator)) {
      throw Refusal.of(Kind.CONFLICT, "person.lastAdministrator").asException();
    }
    log.write(who.asAuthor(), action, Optional.of(before), person);
    return person;
  }

  private InvitationCode newInvitation(Counsellor person) {
    InvitationCode code = InvitationCode.random();
    invitations.removeOf(person.id());
    invitations.add(new Invitation(person.id(), code, clock.instant()));
    return code;
  }

  private void requireFit(SignedIn who, PersonDetails details) {
    details.findObjection().ifPresent(ManagingPeople::refuse);
    if (!details.mayBeGrantedBy(who)) {
      throw Refusal.of(Kind.NOT_ALLOWED, "person.grant").with("field", "roles").asException();
    }
    if (details.office().isPresent() && offices.find(details.office().get()).isEmpty()) {
      throw Refusal.of(Kind.INVALID, "office.unknown").with("field", "office").asException();
    }
    boolean known =
        details.organisation().stream()
            .allMatch(o -> staff.listOrganisations().stream().anyMatch(k -> k.id().equals(o)));
    if (!known) {
      throw Refusal.of(Kind.INVALID, "person.organisation")
          .with("field", "organisation")
          .asException();
    }
  }

  private static Counsellor managed(SignedIn who, Optional<Counsellor> person) {
    return person
        .filter(p -> p.isManagedBy(who))
        .orElseThrow(() -> Refusal.of(Kind.UNKNOWN, "person.unknown").asException());
  }

  private static void refuse(Refusal objection) {
    throw objection.asException();
  }
}
