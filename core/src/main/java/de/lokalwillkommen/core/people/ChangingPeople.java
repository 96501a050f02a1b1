package de.lokalwillkommen.core.people;

import de.lokalwillkommen.core.kernel.Refusal;
import de.lokalwillkommen.core.kernel.Refusal.Kind;
import de.lokalwillkommen.core.kernel.UseCase;
import de.lokalwillkommen.core.staff.PersonDetails;
import de.lokalwillkommen.core.staff.PersonStatus;
import de.lokalwillkommen.core.staff.SignedIn;
import jakarta.inject.Inject;
import java.util.Optional;

/**
 * Changes a person in one step, if the person is as the caller has seen. {@link ManagingPeople} has
 * the rules.
 */
@UseCase
public class ChangingPeople {

  private ManagingPeople managing;
  private Invitations invitations;

  protected ChangingPeople() {}

  @Inject
  ChangingPeople(ManagingPeople managing, Invitations invitations) {
    this.managing = managing;
    this.invitations = invitations;
  }

  /**
   * Changes details, lets a person leave or come back.
   *
   * @param seen the person as the caller has seen
   * @param details what the person becomes
   * @param left whether the person has left afterwards; empty if that does not change
   * @return the person afterwards
   * @throws de.lokalwillkommen.core.kernel.Refused {@code CHANGED_MEANWHILE} if the person is not
   *     as seen; or as {@link ManagingPeople#change} says
   */
  public PersonView change(
      SignedIn who, PersonView seen, PersonDetails details, Optional<Boolean> left) {
    invitations.takeTurn();
    PersonView person = get(who, seen.id());
    if (!isSame(person, seen)) {
      throw Refusal.of(Kind.CHANGED_MEANWHILE, "person.changedMeanwhile").asException();
    }
    if (!details.equals(person.details())) {
      managing.change(who, person.id(), details);
    }
    boolean hasLeft = person.status() == PersonStatus.LEFT;
    if (left.filter(wanted -> wanted != hasLeft).isPresent()) {
      if (hasLeft) {
        managing.comeBack(who, person.id());
      } else {
        managing.leave(who, person.id());
      }
    }
    return get(who, person.id());
  }

  /** Signing in does not change what an editor sees. */
  private static boolean isSame(PersonView person, PersonView seen) {
    return person.details().equals(seen.details()) && person.status() == seen.status();
  }

  private PersonView get(SignedIn who, long id) {
    return managing
        .find(who, id)
        .orElseThrow(() -> Refusal.of(Kind.UNKNOWN, "person.unknown").asException());
  }
}
