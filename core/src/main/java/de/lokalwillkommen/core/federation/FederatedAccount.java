package de.lokalwillkommen.core.federation;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.Optional;

/** Which person an account of the identity provider is. */
@Entity
@Table(name = "federated_account")
class FederatedAccount {

  @Id
  @Column(name = "account_hash")
  private String hash;

  @Column(name = "counsellor_id")
  private long person;

  @Column(name = "given_organisation_id")
  private String givenOrganisation;

  protected FederatedAccount() {}

  FederatedAccount(String hash, long person) {
    this.hash = hash;
    this.person = person;
  }

  String hash() {
    return hash;
  }

  long person() {
    return person;
  }

  /**
   * Remembers which organisation the mappings name now.
   *
   * @param named by the mappings, if they name one
   * @param present the one that the person has
   * @return the one that the person gets: without a named one that which was noted here, but not
   *     one that a mapping had given
   */
  Optional<String> follow(Optional<String> named, Optional<String> present) {
    Optional<String> notedHere = present.filter(own -> !own.equals(givenOrganisation));
    this.givenOrganisation = named.orElse(null);
    return named.or(() -> notedHere);
  }
}
