package de.lokalwillkommen.core.staff;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Somebody being signed in, with the counter at which they work. It lives in the database, so that
 * a restarted server, or another one, still knows them; it ends by signing out, after hours without
 * use, or at the end of a working day.
 */
@Entity
@Table(name = "sign_in")
class SignIn {

  static final Duration UNUSED = Duration.ofHours(4);
  static final Duration AT_MOST = Duration.ofHours(12);
  private static final Duration NOTED_EVERY = Duration.ofMinutes(5);

  /** A console shows a sign of life every half minute; a laptop that was closed shows none. */
  private static final Duration ABSENT_AFTER = Duration.ofMinutes(15);

  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "lw_ids")
  private Long id;

  @Column(name = "token_hash")
  private String tokenHash;

  private String csrf;

  @Column(name = "counsellor_id")
  private long counsellor;

  @Column(name = "office_id")
  private String office;

  @Column(name = "counter_id")
  private Long counter;

  @Column(name = "signed_in_at")
  private Instant signedInAt;

  @Column(name = "last_seen_at")
  private Instant lastSeenAt;

  @Column(name = "expires_at")
  private Instant expiresAt;

  protected SignIn() {}

  SignIn(SecretToken token, long counsellor, String office, Long counter, Instant now) {
    this.tokenHash = token.hash();
    this.csrf = SecretToken.random().value();
    this.counsellor = counsellor;
    this.office = office;
    this.counter = counter;
    this.signedInAt = now;
    this.lastSeenAt = now;
    this.expiresAt = now.plus(AT_MOST);
  }

  String tokenHash() {
    return tokenHash;
  }

  long counsellor() {
    return counsellor;
  }

  /** The person to whom it belongs, as the rest of the server knows who asks. */
  SignedIn describe(Counsellor person) {
    return new SignedIn(
        person.id(),
        person.login(),
        person.displayName(),
        person.roles(),
        Optional.ofNullable(office),
        Optional.ofNullable(counter),
        csrf);
  }

  boolean isOver(Instant now) {
    return !now.isBefore(expiresAt) || now.isAfter(lastSeenAt.plus(UNUSED));
  }

  /** Whether its owner has shown a sign of life lately. */
  boolean isPresent(Instant now) {
    return !isOver(now) && now.isBefore(lastSeenAt.plus(ABSENT_AFTER));
  }

  /** Whether its use is worth noting again; noting every request would cost a write each. */
  boolean wasLongUnseen(Instant now) {
    return now.isAfter(lastSeenAt.plus(NOTED_EVERY));
  }

  void seen(Instant now) {
    lastSeenAt = now;
  }
}
