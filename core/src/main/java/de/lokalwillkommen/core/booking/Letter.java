package de.lokalwillkommen.core.booking;

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
 * Something to be sent by mail. It is written in the transaction of the change it tells of, so
 * nothing is told that did not happen and nothing that happened is forgotten; it is sent
 * afterwards, tried again for some hours if the mail server does not take it, and then given up.
 */
@Entity
@Table(name = "letter")
class Letter {

  /** Where a letter stands. */
  enum Status {
    /** Waits for its time, or for another try. */
    WAITING,
    /** The mail server has taken it. */
    SENT,
    /** There is no longer any reason or address to send it. */
    DROPPED,
    /** The mail server did not take it, however often it was tried. */
    FAILED
  }

  static final int MOST_ATTEMPTS = 8;
  private static final Duration FIRST_PAUSE = Duration.ofMinutes(1);

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

  private int attempts;

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

  /** It is about to be tried; if that fails, the next try is later, twice as long every time. */
  void attempt(Instant now) {
    nextAttemptAt = now.plus(FIRST_PAUSE.multipliedBy(1L << attempts));
    attempts++;
  }

  void sent(Instant now) {
    status = Status.SENT;
    sentAt = now;
  }

  void failed() {
    if (attempts >= MOST_ATTEMPTS) {
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

  int attempts() {
    return attempts;
  }

  Instant nextAttemptAt() {
    return nextAttemptAt;
  }
}
