package de.lokalwillkommen.core.federation;

import de.lokalwillkommen.core.kernel.Refusal;
import de.lokalwillkommen.core.kernel.Refusal.Kind;
import de.lokalwillkommen.core.kernel.Refused;
import de.lokalwillkommen.core.staff.Role;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.Optional;
import java.util.Set;

/**
 * A value of the provider's claim that gives a role, in one office or in all, and perhaps the
 * organisation from which its people come.
 */
@Entity
@Table(name = "claim_mapping")
class ClaimMapping {

  private static final int LONGEST_VALUE = 200;
  private static final Set<Role> OF_AN_OFFICE = Set.of(Role.COUNSELLOR, Role.OFFICE_LEAD);

  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "lw_ids")
  private Long id;

  @Column(name = "claim_value")
  private String value;

  @Enumerated(EnumType.STRING)
  private Role role;

  @Column(name = "office_id")
  private String office;

  @Column(name = "organisation_id")
  private String organisation;

  protected ClaimMapping() {}

  /**
   * @param value 1 to 200 characters; surrounding blanks do not count
   * @param office slug; given for a role of an office, empty for one that counts in all offices
   * @param organisation the identifier of the organisation; empty if the value says nothing of it
   * @throws Refused {@code INVALID} for a value that does not fit, for a role of an office without
   *     an office, and for a role of all offices with one
   */
  ClaimMapping(String value, Role role, Optional<String> office, Optional<String> organisation) {
    this.value = value.strip();
    this.role = role;
    this.office = office.orElse("");
    this.organisation = organisation.orElse(null);
    if (this.value.isEmpty()
        || this.value.length() > LONGEST_VALUE
        || this.value.chars().anyMatch(Character::isISOControl)) {
      throw invalid("federation.value", "value");
    }
    if (OF_AN_OFFICE.contains(role) && office.isEmpty()) {
      throw invalid("federation.office", "mappingOffice");
    }
    if (!OF_AN_OFFICE.contains(role) && office.isPresent()) {
      throw invalid("federation.everywhere", "mappingOffice");
    }
  }

  private static Refused invalid(String key, String field) {
    return Refusal.of(Kind.INVALID, key, LONGEST_VALUE).with("field", field).asException();
  }

  long id() {
    return id;
  }

  String value() {
    return value;
  }

  Role role() {
    return role;
  }

  Optional<String> office() {
    return Optional.of(office).filter(slug -> !slug.isEmpty());
  }

  Optional<String> organisation() {
    return Optional.ofNullable(organisation);
  }

  boolean isSameAs(ClaimMapping other) {
    return value.equals(other.value) && role == other.role && office.equals(other.office);
  }

  MappingView view() {
    return new MappingView(id, value, role, office(), organisation());
  }
}
