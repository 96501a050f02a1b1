package de.lokalwillkommen.core.letters;

import de.lokalwillkommen.core.booking.Appointment;
import de.lokalwillkommen.core.waitlist.SlotOffer;
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
 * A mail to a visitor. It is stored in the transaction of the change that it reports, so no letter
 * reports a change that was rolled back and no change goes without its letter; it is sent
 * afterwards. While the mail server cannot be reached it waits for as long as it is of use. A
 * letter that the mail server refuses is retried some times and then fails.
 */
@Entity
@Table(name = "letter")
class Letter {

  /** The status of a letter. */
  enum Status {
    /** Waits for its time, or for a retry. */
    WAITING,
    /** The mail server has taken it. */
    SENT,
    /** There is no longer a reason or an address to send it. */
    DROPPED,
    /** The mail server refused it at every attempt. */
    FAILED
  }

  static final int MOST_REFUSALS = 8;
  private static final Duration FIRST_PAUSE = Duration.ofMinutes(1);
  private static final Duration LONGEST_PAUSE = Duration.ofMinutes(30);

  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "lw_ids")
  private Long id;

  @Enumerated(EnumType.STRING)
  private LetterKind kind;

  @Column(name = "appointment_id")
  private Long appointment;

  @Column(name = "entry_id")
  private Long entry;

  @Column(name = "offer_id")
  private Long offer;

  @Column(name = "due_at")
  private Instant dueAt;

  @Enumerated(EnumType.STRING)
  private Status status;

  @Column(name = "attempts")
  private int refusals;

  @Column(name = "next_attempt_at")
  private Instant nextAttemptAt;

  @Column(name = "sent_at")
  private Instant sentAt;

  protected Letter() {}

  private Letter(LetterKind kind, Instant dueAt) {
    this.kind = kind;
    this.dueAt = dueAt;
    this.nextAttemptAt = dueAt;
    this.status = Status.WAITING;
  }

  static Letter about(Appointment appointment, LetterKind kind, Instant dueAt) {
    Letter letter = new Letter(kind, dueAt);
    letter.appointment = appointment.id();
    return letter;
  }

  static Letter offering(SlotOffer offer, Instant dueAt) {
    Letter letter = new Letter(LetterKind.OFFER, dueAt);
    letter.entry = offer.entry();
    letter.offer = offer.id();
    letter.appointment = offer.appointment();
    return letter;
  }

  /**
   * Records an attempt. If it fails, the next one follows after as long as the letter has been due
   * and a minute more, so each pause is twice the one before, up to half an hour.
   */
  void attempt(Instant now) {
    Duration pause = Duration.between(dueAt, now).plus(FIRST_PAUSE);
    nextAttemptAt = now.plus(pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE);
  }

  void sent(Instant now) {
    status = Status.SENT;
    sentAt = now;
  }

  /** Records that the mail server has refused it. */
  void refused() {
    refusals++;
    if (refusals >= MOST_REFUSALS) {
      status = Status.FAILED;
    }
  }

  void drop() {
    if (status == Status.WAITING) {
      status = Status.DROPPED;
    }
  }

  long id() {
    return id;
  }

  LetterKind kind() {
    return kind;
  }

  long appointment() {
    return appointment;
  }

  Optional<Long> entry() {
    return Optional.ofNullable(entry);
  }

  Optional<Long> offer() {
    return Optional.ofNullable(offer);
  }

  Status status() {
    return status;
  }

  /** Whether it will not be sent any more. */
  boolean isOver() {
    return status != Status.WAITING;
  }

  Instant dueAt() {
    return dueAt;
  }

  Instant nextAttemptAt() {
    return nextAttemptAt;
  }
}
