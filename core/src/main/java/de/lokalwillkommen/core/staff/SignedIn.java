package de.lokalwillkommen.core.staff;

import java.util.Optional;
import java.util.Set;

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

  /** Whether the person serves visitors in any office. */
  public boolean servesVisitors() {
    return roles.stream().anyMatch(Role::servesVisitors);
  }

  /** Whether the person may see and change the line of that office. */
  public boolean worksIn(String someOffice) {
    return servesVisitors() && office.filter(someOffice::equals).isPresent();
  }

  /** Whether the person may see the figures of that office. */
  public boolean readsFiguresOf(String someOffice) {
    boolean own = office.filter(someOffice::equals).isPresent();
    return roles.stream().anyMatch(r -> r.readsFiguresOfAll() || r.readsFigures() && own);
  }
}
