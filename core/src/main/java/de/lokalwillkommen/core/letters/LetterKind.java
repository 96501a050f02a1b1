package de.lokalwillkommen.core.letters;

/** The subject of a letter to a visitor. */
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

  /** Whether it only announces an event, and is worthless afterwards. */
  boolean isReminder() {
    return this == TOMORROW || this == SOON;
  }
}
