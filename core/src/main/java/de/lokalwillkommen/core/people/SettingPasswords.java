package de.lokalwillkommen.core.people;

import de.lokalwillkommen.core.kernel.Author;
import de.lokalwillkommen.core.kernel.Refusal;
import de.lokalwillkommen.core.kernel.Refusal.Kind;
import de.lokalwillkommen.core.kernel.UseCase;
import de.lokalwillkommen.core.staff.Access;
import de.lokalwillkommen.core.staff.Counsellor;
import de.lokalwillkommen.core.staff.PasswordHash;
import de.lokalwillkommen.core.staff.Role;
import de.lokalwillkommen.core.staff.SecretToken;
import de.lokalwillkommen.core.staff.SignInEnd;
import de.lokalwillkommen.core.staff.Staff;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The database work of choosing a password, in transactions of its own. Only {@link
 * AcceptingInvitations} and {@link OwnAccount} use it.
 */
@UseCase
class SettingPasswords {

  private Staff staff;
  private Invitations invitations;
  private Access access;
  private PeopleLog log;
  private Clock clock;

  protected SettingPasswords() {}

  @Inject
  SettingPasswords(
      Staff staff, Invitations invitations, Access access, PeopleLog log, Clock clock) {
    this.staff = staff;
    this.invitations = invitations;
    this.access = access;
    this.log = log;
    this.clock = clock;
  }

  /** The sign-in name of the person with that invitation, if it is valid. */
  public Optional<String> findInvited(InvitationCode code) {
    return find(code).flatMap(i -> staff.find(i.counsellor())).map(Counsellor::login);
  }

  /**
   * Sets the password and uses the invitation up. The person's row is locked first, so that the
   * second of two finds no invitation.
   */
  public void accept(InvitationCode code, PasswordHash password) {
    Counsellor person =
        find(code)
            .flatMap(i -> staff.findForChange(i.counsellor()))
            .orElseThrow(AcceptingInvitations::wrongCode);
    if (find(code).isEmpty() || invitations.removeOf(person.id()) == 0) {
      throw AcceptingInvitations.wrongCode();
    }
    String before = PeopleLog.stateOf(person);
    person.choose(password);
    log.write(asAuthor(person), PersonAction.ACCEPT, Optional.of(before), person);
  }

  /** The stored password of a person. */
  public Optional<PasswordHash> findPassword(long person) {
    return staff.find(person).flatMap(Counsellor::password);
  }

  /** The day of a person's last sign-in. */
  public Optional<LocalDate> findLastSignIn(long person) {
    return staff.find(person).flatMap(Counsellor::lastSignedIn);
  }

  /** Whether an identity provider recognises a person. */
  public boolean isFederated(long person) {
    return staff.find(person).filter(Counsellor::isFederated).isPresent();
  }

  /**
   * Replaces a password and ends the person's other sign-ins.
   *
   * @param present the password that was right a moment ago
   */
  public void replace(long id, PasswordHash present, PasswordHash chosen, SecretToken kept) {
    Counsellor person =
        staff
            .findForChange(id)
            .filter(p -> p.password().equals(Optional.of(present)))
            .orElseThrow(() -> Refusal.of(Kind.CONFLICT, "password.changed").asException());
    String before = PeopleLog.stateOf(person);
    person.choose(chosen);
    access.endOthers(person, SignInEnd.PASSWORD, kept);
    log.write(asAuthor(person), PersonAction.PASSWORD, Optional.of(before), person);
  }

  /** Ends the person's other sign-ins. */
  public void signOutElsewhere(long id, SecretToken kept) {
    staff
        .findForChange(id)
        .ifPresent(
            person -> {
              access.endOthers(person, SignInEnd.EVERYWHERE, kept);
              log.write(
                  asAuthor(person),
                  PersonAction.SIGN_OUT,
                  Optional.of(PeopleLog.stateOf(person)),
                  person);
            });
  }

  private Optional<Invitation> find(InvitationCode code) {
    return invitations.find(code).filter(i -> i.isOf(code) && i.isValid(clock.instant()));
  }

  private static Author asAuthor(Counsellor person) {
    return Author.staff(
        person.id(),
        person.roles().stream().sorted().map(Role::name).collect(Collectors.joining(" ")));
  }
}
