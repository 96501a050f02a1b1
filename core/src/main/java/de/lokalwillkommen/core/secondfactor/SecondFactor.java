package de.lokalwillkommen.core.secondfactor;

import de.lokalwillkommen.core.kernel.WordSetAsText;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.OptionalLong;
import java.util.Set;

/**
 * The second factor of a person: the secret of the authenticator app, first as a proposal, and in
 * force once a code has proved that the app has it. Every code is accepted once.
 */
@Entity
@Table(name = "second_factor")
class SecondFactor {

  /** How many steps before and after the present one are accepted. */
  static final int DRIFT = 1;

  /** How long a secret may wait for its first code: who left it on a screen may have shown it. */
  static final Duration PROPOSED_FOR = Duration.ofMinutes(10);

  /** After as many wrong codes in a row only a recovery code is accepted (NIST SP 800-63B). */
  static final int MOST_FAILURES = 100;

  @Id
  @Column(name = "counsellor_id")
  private long person;

  @Column(name = "sealed_secret")
  private String sealedSecret;

  private boolean confirmed;

  @Column(name = "proposed_at")
  private Instant proposedAt;

  @Column(name = "last_step")
  private long lastStep;

  private int failures;

  @Column(name = "recovery_hashes")
  @Convert(converter = WordSetAsText.class)
  private Set<String> recoveryHashes = Set.of();

  protected SecondFactor() {}

  /** A proposal. */
  SecondFactor(long person, TotpSecret secret, Sealing sealing, Instant now) {
    this.person = person;
    this.proposedAt = now;
    this.sealedSecret = sealing.seal(person, secret.bytes());
  }

  long person() {
    return person;
  }

  TotpSecret secret(Sealing sealing) {
    return new TotpSecret(sealing.open(person, sealedSecret));
  }

  /** Whether it waits for its first code. */
  boolean isProposed(Instant now) {
    return !confirmed && now.isBefore(proposedAt.plus(PROPOSED_FOR));
  }

  /** Whether it is in force. */
  boolean isConfirmed() {
    return confirmed;
  }

  /** The number of recovery codes that are left. */
  int recoveryCodes() {
    return recoveryHashes.size();
  }

  /** Puts the proposal into force, or new recovery codes in the place of the older ones. */
  void confirm(Set<String> hashesOfRecoveryCodes) {
    confirmed = true;
    failures = 0;
    recoveryHashes = Set.copyOf(hashesOfRecoveryCodes);
  }

  /**
   * Uses the code of the app up, if it is right.
   *
   * @return whether it was right, and not used before
   */
  boolean accept(String code, Sealing sealing, Instant now) {
    OptionalLong step =
        isExhausted() ? OptionalLong.empty() : secret(sealing).findStep(code, now, lastStep, DRIFT);
    step.ifPresentOrElse(
        used -> {
          lastStep = used;
          failures = 0;
        },
        () -> failures++);
    return step.isPresent();
  }

  /**
   * Uses a recovery code up, if it is one of those that are left.
   *
   * @param hash its stored form
   * @return whether it was one
   */
  boolean acceptRecovery(String hash) {
    Set<String> left = new HashSet<>(recoveryHashes);
    boolean known = left.remove(hash);
    recoveryHashes = Set.copyOf(left);
    failures = known ? 0 : failures + 1;
    return known;
  }

  /** Whether no code of the app is accepted any more, after too many wrong codes in a row. */
  boolean isExhausted() {
    return failures >= MOST_FAILURES;
  }

  /** Whether the code was right a moment ago and has been used. */
  boolean wasUsed(String code, Sealing sealing, Instant now) {
    OptionalLong step = secret(sealing).findStep(code, now, Long.MIN_VALUE, DRIFT);
    return step.isPresent() && step.getAsLong() <= lastStep;
  }
}
