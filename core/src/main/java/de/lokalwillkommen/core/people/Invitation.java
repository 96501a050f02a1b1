package de.lokalwillkommen.core.people;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;

/** A person's invitation to choose a password; a newer one takes its place. */
@Entity
@Table(name = "invitation")
class Invitation {

  /** How long it is valid. */
  static final Duration VALID = Duration.ofDays(7);

  @Id
  @Column(name = "counsellor_id")
  private long counsellor;

  @Column(name = "code_hash")
  private String codeHash;

  @Column(name = "expires_at")
  private Instant expiresAt;

  protected Invitation() {}

  Invitation(long counsellor, InvitationCode code, Instant now) {
    this.counsellor = counsellor;
    this.codeHash = code.hash();
    this.expiresAt = now.plus(VALID);
  }

  long counsellor() {
    return counsellor;
  }

  Instant expiresAt() {
    return expiresAt;
  }

  boolean isOf(InvitationCode code) {
    return codeHash.equals(code.hash());
  }

  boolean isValid(Instant now) {
    return now.isBefore(expiresAt);
  }
}
