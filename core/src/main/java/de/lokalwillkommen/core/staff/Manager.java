package de.lokalwillkommen.core.staff;

import java.util.Optional;
import java.util.Set;

/**
 * A person as one who manages people. {@link Rights} says who manages all of them, and who only
 * counsellors of the own office and organisation: city and welfare organisation are joint
 * controllers, and each decides about the access of its own people. People without an organisation
 * count as own. A manager who belongs to no organisation manages those of all, unless an identity
 * provider has made the manager: then only people without one are managed until one is named, here
 * or by a claim.
 *
 * @param who the person, with the rights of today
 * @param organisation the organisation of the person, if one is named
 * @param federated whether an identity provider has made the person
 */
public record Manager(SignedIn who, Optional<String> organisation, boolean federated) {

  private static final Set<Role> MANAGED_IN_AN_OFFICE = Set.of(Role.COUNSELLOR);

  /** That person as a manager; without an account, one of no organisation. */
  public static Manager of(SignedIn who, Staff staff) {
    Optional<Counsellor> person = staff.find(who.counsellor());
    return new Manager(
        who,
        person.flatMap(p -> p.details().organisation()),
        person.filter(Counsellor::isFederated).isPresent());
  }

  /** Whether this one manages the people of all offices. */
  public boolean managesAll() {
    return who.mayEverywhere(Right.MANAGE_PEOPLE);
  }

  /** Whether people with that office, those roles and that organisation are managed by this one. */
  public boolean manages(Optional<String> office, Set<Role> roles, Optional<String> theirs) {
    return managesAll()
        || office.filter(o -> who.may(Right.MANAGE_PEOPLE, o)).isPresent()
            && roles.equals(MANAGED_IN_AN_OFFICE)
            && mayName(theirs);
  }

  /** Whether this one may give people that organisation. */
  public boolean mayName(Optional<String> theirs) {
    return switch (who.reach(Right.MANAGE_PEOPLE)) {
      case NONE -> false;
      case OWN_ORGANISATION -> isOwn(theirs);
      case WORKPLACE, ALL -> true;
    };
  }

  private boolean isOwn(Optional<String> theirs) {
    return organisation.isEmpty() && !federated || theirs.isEmpty() || theirs.equals(organisation);
  }
}
