package de.lokalwillkommen.core.booking;

/** Why the office, and not the visitor, moves or cancels an appointment. Visitors are told. */
public enum OfficeReason {
  /** The office is closed on that day. */
  CLOSED,
  /** Too few counsellors are there on that day. */
  STAFF,
  /** Another reason, of which the letter says nothing. */
  OTHER
}
