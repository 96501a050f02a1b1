package de.lokalwillkommen.core.staff;

import de.lokalwillkommen.core.kernel.Author;
import de.lokalwillkommen.core.staff.Rights.Reach;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The caller, as a page or resource knows it after signing in.
 *
 * @param counsellor the identifier of the person
 * @param login the name to sign in with
 * @param displayName the name on screen
 * @param roles the roles of the person
 * @param office the slug of the office in which the person works at the moment
 * @param counter the identifier of the counter at which the person works
 * @param csrf the token against cross-site requests, required when the browser sends the sign-in
 *     token by itself
 */
public record SignedIn(
    long counsellor,
    String login,
    String displayName,
    Set<Role> roles,
    Optional<String> office,
    Optional<Long> counter,
    String csrf) {

  /** The person as the author of a change. */
  public Author asAuthor() {
    return Author.staff(
        counsellor, roles.stream().sorted().map(Role::name).collect(Collectors.joining(" ")));
  }

  /** Whether the person serves visitors in any office. */
  public boolean servesVisitors() {
    return may(Right.SERVE_VISITORS);
  }

  /** Whether the person may see and change the line of that office. */
  public boolean worksIn(String someOffice) {
    return may(Right.SERVE_VISITORS, someOffice);
  }

  /** Whether the person has a right in any office. */
  public boolean may(Right right) {
    return reach(right) != Reach.NONE;
  }

  /** Whether the person has a right in that office, be it with the people of one organisation. */
  public boolean may(Right right, String someOffice) {
    return switch (reach(right)) {
      case NONE -> false;
      case OWN_ORGANISATION, WORKPLACE -> office.filter(someOffice::equals).isPresent();
      case ALL -> true;
    };
  }

  /** Whether the person has a right in all offices. */
  public boolean mayEverywhere(Right right) {
    return reach(right) == Reach.ALL;
  }

  /** How far a right of the person reaches: the widest reach that one of the roles gives. */
  Reach reach(Right right) {
    return roles.stream()
        .map(role -> Rights.reach(role, right))
        .max(Comparator.naturalOrder())
        .orElse(Reach.NONE);
  }
}
