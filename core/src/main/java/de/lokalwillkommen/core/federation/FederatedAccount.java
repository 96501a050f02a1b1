package de.lokalwillkommen.core.federation;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** Which person an account of the identity provider is. */
@Entity
@Table(name = "federated_account")
class FederatedAccount {

  @Id
  @Column(name = "account_hash")
  private String hash;

  @Column(name = "counsellor_id")
  private long person;

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
}
