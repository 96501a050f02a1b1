package de.lokalwillkommen.core.federation;

import de.lokalwillkommen.core.kernel.Refusal;
import de.lokalwillkommen.core.kernel.Refusal.Kind;
import de.lokalwillkommen.core.staff.Role;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The roles, the office and the organisation that the mappings give an account.
 *
 * @param roles at least one
 * @param office the slug of the office; empty for those who work for all
 * @param organisation the identifier of the organisation; empty if the mappings say nothing of it
 */
record Grant(Set<Role> roles, Optional<String> office, Optional<String> organisation) {

  /**
   * What mappings give together. A role counts in its office only: who leads one office and advises
   * in another gets what belongs to the chosen one.
   *
   * @param matching those whose values the account has
   * @param chosen the office that was chosen at the sign-in
   * @throws de.lokalwillkommen.core.kernel.Refused {@code NOT_ALLOWED} if there is none, and if
   *     there are several offices and none of them was chosen, and if they name several
   *     organisations: of which one a person manages people must be certain
   */
  static Grant of(List<ClaimMapping> matching, Optional<String> chosen) {
    if (matching.isEmpty()) {
      throw Refusal.of(Kind.NOT_ALLOWED, "federation.noRole").asException();
    }
    Optional<String> office = officeOf(matching, chosen);
    List<ClaimMapping> counting =
        matching.stream().filter(m -> m.office().isEmpty() || m.office().equals(office)).toList();
    Set<Role> roles = counting.stream().map(ClaimMapping::role).collect(Collectors.toSet());
    return new Grant(roles, office, organisationOf(counting));
  }

  private static Optional<String> organisationOf(List<ClaimMapping> counting) {
    List<String> named =
        counting.stream().flatMap(m -> m.organisation().stream()).distinct().toList();
    if (named.size() > 1) {
      throw Refusal.of(Kind.NOT_ALLOWED, "federation.severalOrganisations").asException();
    }
    return named.stream().findFirst();
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
