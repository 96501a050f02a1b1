package de.lokalwillkommen.core.staff;

import de.lokalwillkommen.core.retention.Retention;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * The sign-in of a person, with the counter at which they work. It is stored in the database, so
 * that it survives a restart and is known to all servers; it ends by signing out, by a newer
 * sign-in at a counter, after hours without use, or at the end of a working day. Only actions of
 * the person count as use; requests of an open page only show that the page is open.
 */
@Entity
@Table(name = "sign_in")
class SignIn {

  static final Duration UNUSED = Retention.SIGN_INS.duration();
  static final Duration AT_MOST = Duration.ofHours(12);
  private static final Duration NOTED_EVERY = Duration.ofMinutes(5);

  /**
   * Without a sign of life for this long the counsellor is absent. A console sends one every half
   * minute; a closed laptop sends none.
   */
  private static final Duration ABSENT_AFTER = Duration.ofMinutes(15);

  /** How long a consultation may go on without use of the console before the console asks. */
  static final Duration ASKED_AFTER = Duration.ofMinutes(60);

  /** After this time without an answer the counsellor counts as absent for the line. */
  static final Duration GONE_AFTER = Duration.ofMinutes(75);

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

  @Column(name = "last_used_at")
  private Instant lastUsedAt;

  @Column(name = "expires_at")
  private Instant expiresAt;

  @Enumerated(EnumType.STRING)
  @Column(name = "ended_because")
  private SignInEnd endedBecause;

  protected SignIn() {}

  SignIn(SecretToken token, long counsellor, String office, Long counter, Instant now) {
    this.tokenHash = token.hash();
    this.csrf = SecretToken.random().value();
    this.counsellor = counsellor;
    this.office = office;
    this.counter = counter;
    this.signedInAt = now;
    this.lastSeenAt = now;
    this.lastUsedAt = now;
    this.expiresAt = now.plus(AT_MOST);
  }

  String tokenHash() {
    return tokenHash;
  }

  long counsellor() {
    return counsellor;
  }

  /** The person to whom it belongs, as the rest of the server sees the caller. */
  SignedIn describe(Counsellor person) {
    return new SignedIn(
        person.id(),
        person.login(),
        person.displayName(),
        person.rolesAt(office()),
        office(),
        Optional.ofNullable(counter),
        csrf);
  }

  /** Whether it is, or was, for work at a counter. */
  boolean isAtCounter() {
    return counter != null;
  }

  boolean isAt(long someCounter) {
    return counter != null && counter == someCounter;
  }

  /** The slug of the office where the person is signed in; empty for work in all. */
  Optional<String> office() {
    return Optional.ofNullable(office);
  }

  /** Goes on at a counter of its office. */
  void takeCounter(long taken) {
    counter = taken;
  }

  boolean isOver(Instant now) {
    return findEnd(now).isPresent();
  }

  boolean hasBegunBefore(Instant instant) {
    return signedInAt.isBefore(instant);
  }

  /** Why it has ended, if it has. */
  Optional<SignInEnd> findEnd(Instant now) {
    if (endedBecause != null) {
      return Optional.of(endedBecause);
    }
    boolean tooLong = !now.isBefore(expiresAt) || now.isAfter(lastUsedAt.plus(UNUSED));
    return tooLong ? Optional.of(SignInEnd.UNUSED) : Optional.empty();
  }

  /** Ends it early; only the first reason is kept. */
  void end(SignInEnd because) {
    if (endedBecause == null) {
      endedBecause = because;
    }
  }

  /** Whether its page is open and its owner has been active lately. */
  boolean isPresent(Instant now) {
    return !isOver(now)
        && now.isBefore(lastSeenAt.plus(ABSENT_AFTER))
        && now.isBefore(lastUsedAt.plus(GONE_AFTER));
  }

  /** Whether it is time to ask the counsellor to confirm presence. */
  boolean isUnusedForLong(Instant now) {
    return !now.isBefore(lastUsedAt.plus(ASKED_AFTER));
  }

  /**
   * Records a request, but not every one, since each record costs a write.
   *
   * @param byHand whether a person caused the request, not an open page by itself
   */
  void note(boolean byHand, Instant now) {
    if (now.isAfter(lastSeenAt.plus(NOTED_EVERY))) {
      lastSeenAt = now;
    }
    if (byHand && now.isAfter(lastUsedAt.plus(NOTED_EVERY))) {
      lastUsedAt = now;
    }
  }
}
