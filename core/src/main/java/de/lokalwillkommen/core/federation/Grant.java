package de.lokalwillkommen.core.federation;

import de.lokalwillkommen.core.kernel.Refusal;
import de.lokalwillkommen.core.kernel.Refusal.Kind;
import de.lokalwillkommen.core.staff.Role;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The roles and the office that the mappings give an account.
 *
 * @param roles at least one
 * @param office the slug of the office; empty for those who work for all
 */
record Grant(Set<Role> roles, Optional<String> office) {

  /**
   * What mappings give together. A role counts in its office only: who leads one office and advises
   * in another gets what belongs to the chosen one.
   *
   * @param matching those whose values the account has
   * @param chosen the office that was chosen at the sign-in
   * @throws de.lokalwillkommen.core.kernel.Refused {@code NOT_ALLOWED} if there is none, and if
   *     there are several offices and none of them was chosen
   */
  static Grant of(List<ClaimMapping> matching, Optional<String> chosen) {
    if (matching.isEmpty()) {
      throw Refusal.of(Kind.NOT_ALLOWED, "federation.noRole").asException();
    }
    Optional<String> office = officeOf(matching, chosen);
    Set<Role> roles =
        matching.stream()
            .filter(m -> m.office().isEmpty() || m.office().equals(office))
            .map(ClaimMapping::role)
            .collect(Collectors.toSet());
    return new Grant(roles, office);
  }

  private static Optional<String> officeOf(List<ClaimMapping> matching, Optional<String> chosen) {
    List<String> offices =
        matching.stream().flatMap(m -> m.office().stream()).distinct().sorted().toList();
    if (chosen.filter(offices::contains).isPresent()) {
      return chosen;
    }
    if (offices.size() > 1) {
      throw Refusal.of(
              Kind.NOT_ALLOWED,
              chosen.isPresent() ? "signIn.otherOffice" : "federation.severalOffices")
          .asException();
    }
    return offices.stream().findFirst();
  }
}
