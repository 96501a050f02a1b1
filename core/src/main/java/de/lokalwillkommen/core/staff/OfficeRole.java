package de.lokalwillkommen.core.staff;

import de.lokalwillkommen.core.kernel.Refusal;
import de.lokalwillkommen.core.kernel.Refusal.Kind;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;

/**
 * A role in one office, for a person who works in several: it counts while the person is signed in
 * there.
 *
 * @param office the slug of the office
 * @param role one that belongs to an office: counsellor or office lead
 */
public record OfficeRole(String office, Role role) implements Comparable<OfficeRole> {

  /** The roles that belong to an office; the others count in all. */
  public static final Set<Role> OF_AN_OFFICE = Set.of(Role.COUNSELLOR, Role.OFFICE_LEAD);

  private static final Comparator<OfficeRole> ORDER =
      Comparator.comparing(OfficeRole::office).thenComparing(OfficeRole::role);
  private static final String BETWEEN = "/";

  /**
   * @throws de.lokalwillkommen.core.kernel.Refused {@code INVALID} for a role that counts in all
   *     offices
   */
  public OfficeRole {
    if (!OF_AN_OFFICE.contains(role)) {
      throw refused();
    }
  }

  /**
   * The one that a word of {@link #word} says.
   *
   * @throws de.lokalwillkommen.core.kernel.Refused {@code INVALID} for another word
   */
  public static OfficeRole of(String word) {
    String[] parts = word.split(BETWEEN, 2);
    Optional<Role> role =
        Arrays.stream(Role.values())
            .filter(r -> parts.length == 2 && r.name().equals(parts[1]))
            .findFirst();
    return new OfficeRole(parts[0], role.orElseThrow(() -> refused()));
  }

  private static RuntimeException refused() {
    return Refusal.of(Kind.INVALID, "person.elsewhere").with("field", "elsewhere").asException();
  }

  /** Slug and role in one word, as {@code eving/COUNSELLOR}. */
  public String word() {
    return office + BETWEEN + role.name();
  }

  @Override
  public int compareTo(OfficeRole other) {
    return ORDER.compare(this, other);
  }
}
