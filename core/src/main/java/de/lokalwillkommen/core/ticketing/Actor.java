package de.lokalwillkommen.core.ticketing;

/** Who did something with a ticket: a kind, never a person. */
public enum Actor {
  /** A kiosk, for the visitor in front of it. */
  KIOSK,
  /** The visitor, by phone. */
  VISITOR,
  /** Somebody at a counter. */
  COUNSELLOR,
  /** The clock. */
  SCHEDULE
}
