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
 * @param roles at least one; those of an office count in the person's office
 * @param elsewhere the roles in other offices, up to 60
 * @param skills languages and topics
 */
public record PersonDetails(
    String displayName,
    Optional<String> organisation,
    Optional<String> office,
    Set<Role> roles,
    Set<OfficeRole> elsewhere,
    Skills skills) {

  static final int LONGEST_NAME = 60;
  private static final int LONGEST_LANGUAGES = 200;
  private static final int LONGEST_TOPICS = 400;

  private static final int MOST_ELSEWHERE = 60;

  public PersonDetails {
    displayName = displayName.strip();
    roles = Set.copyOf(roles);
    elsewhere = Set.copyOf(elsewhere);
  }

  /** A person with roles in one office at most. */
  public PersonDetails(
      String displayName,
      Optional<String> organisation,
      Optional<String> office,
      Set<Role> roles,
      Skills skills) {
    this(displayName, organisation, office, roles, Set.of(), skills);
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
    boolean isHome = elsewhere.stream().map(OfficeRole::office).anyMatch(this::isHome);
    if (isHome || elsewhere.size() > MOST_ELSEWHERE) {
      return Optional.of(invalid("elsewhere", Refusal.of(Kind.INVALID, "person.elsewhere")));
    }
    boolean isOfOffice = roles.stream().anyMatch(OfficeRole.OF_AN_OFFICE::contains);
    return isOfOffice && office.isEmpty() && !roles.contains(Role.ADMIN)
        ? Optional.of(invalid("office", Refusal.of(Kind.INVALID, "person.office")))
        : Optional.empty();
  }

  /** Whether the person has a role in that office, or belongs to it. */
  public boolean areOf(String someOffice) {
    return isHome(someOffice) || elsewhere.stream().anyMatch(e -> e.office().equals(someOffice));
  }

  private boolean isHome(String someOffice) {
    return office.filter(someOffice::equals).isPresent();
  }

  /**
   * Whether people who are like that are managed by that one. Those with roles elsewhere are not
   * managed from one office: a new password would open the other one.
   */
  public boolean areManagedBy(Manager manager) {
    return manager.manages(office, roles, organisation)
        && (elsewhere.isEmpty() || manager.managesAll());
  }

  /** Whether office or roles, here or elsewhere, are others. */
  public boolean haveOtherRightsThan(PersonDetails others) {
    return !office.equals(others.office)
        || !roles.equals(others.roles)
        || !elsewhere.equals(others.elsewhere);
  }

  private static Refusal invalid(String field, Refusal refusal) {
    return refusal.with("field", field);
  }
}
