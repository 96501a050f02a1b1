package de.lokalwillkommen.core.letters;

/** What a letter to a visitor is about. */
public enum LetterKind {
  /** An appointment has been booked. */
  BOOKED,
  /** It has been moved. */
  MOVED,
  /** It has been cancelled. */
  CANCELLED,
  /** It is tomorrow. */
  TOMORROW,
  /** It is in two hours. */
  SOON,
  /** An earlier slot is offered. */
  OFFER;

  /** Whether it only says what will be, and is worth nothing afterwards. */
  boolean isReminder() {
    return this == TOMORROW || this == SOON;
  }
}
