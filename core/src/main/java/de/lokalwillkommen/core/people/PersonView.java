package de.lokalwillkommen.core.people;

import de.lokalwillkommen.core.staff.Counsellor;
import de.lokalwillkommen.core.staff.PersonDetails;
import de.lokalwillkommen.core.staff.PersonStatus;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A person, as those who manage people see it.
 *
 * @param id the identifier
 * @param login the name to sign in with
 * @param details what may be changed
 * @param status whether the person can sign in
 * @param federated whether an identity provider recognises the person, and says office and roles
 * @param lastSignedIn the day of the last sign-in, if there was any
 */
public record PersonView(
    long id,
    String login,
    PersonDetails details,
    PersonStatus status,
    boolean federated,
    Optional<LocalDate> lastSignedIn) {

  static PersonView of(Counsellor person) {
    return new PersonView(
        person.id(),
        person.login(),
        person.details(),
        person.status(),
        person.isFederated(),
        person.lastSignedIn());
  }
}
