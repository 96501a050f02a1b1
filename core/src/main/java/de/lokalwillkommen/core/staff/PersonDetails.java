package de.lokalwillkommen.core.staff;

import de.lokalwillkommen.core.kernel.Refusal;
import de.lokalwillkommen.core.kernel.Refusal.Kind;
import java.util.Optional;
import java.util.Set;

/**
 * What may be changed of a person.
 *
 * @param displayName the name on screen, 1 to 60 characters
 * @param organisation the identifier of the person's organisation, if one is named
 * @param office the slug of the office to which the person belongs; empty for those who work for
 *     all
 * @param roles at least one
 * @param skills languages and topics
 */
public record PersonDetails(
    String displayName,
    Optional<String> organisation,
    Optional<String> office,
    Set<Role> roles,
    Skills skills) {

  static final int LONGEST_NAME = 60;
  private static final int LONGEST_LANGUAGES = 200;
  private static final int LONGEST_TOPICS = 400;

  private static final Set<Role> OF_AN_OFFICE = Set.of(Role.COUNSELLOR, Role.OFFICE_LEAD);

  public PersonDetails {
    displayName = displayName.strip();
    roles = Set.copyOf(roles);
  }

  /** Why no person can be like that; empty if one can. */
  public Optional<Refusal> findObjection() {
    if (displayName.isEmpty()
        || displayName.length() > LONGEST_NAME
        || displayName.chars().anyMatch(Character::isISOControl)) {
      return Optional.of(
          invalid("displayName", Refusal.of(Kind.INVALID, "person.name", LONGEST_NAME)));
    }
    if (roles.isEmpty()) {
      return Optional.of(invalid("roles", Refusal.of(Kind.INVALID, "person.roles")));
    }
    if (String.join(",", skills.languages()).length() > LONGEST_LANGUAGES) {
      return Optional.of(invalid("languages", Refusal.of(Kind.INVALID, "person.languages")));
    }
    if (String.join(",", skills.topics()).length() > LONGEST_TOPICS) {
      return Optional.of(invalid("topics", Refusal.of(Kind.INVALID, "person.topics")));
    }
    boolean isOfOffice = roles.stream().anyMatch(OF_AN_OFFICE::contains);
    return isOfOffice && office.isEmpty() && !roles.contains(Role.ADMIN)
        ? Optional.of(invalid("office", Refusal.of(Kind.INVALID, "person.office")))
        : Optional.empty();
  }

  /** Whether people who are like that are managed by that one. */
  public boolean areManagedBy(Manager manager) {
    return manager.manages(office, roles, organisation);
  }

  private static Refusal invalid(String field, Refusal refusal) {
    return refusal.with("field", field);
  }
}
