package de.lokalwillkommen.core.ticketing;

/** The kind of actor that did something with a ticket, never a person. */
public enum Actor {
  /** A kiosk, for the visitor in front of it. */
  KIOSK,
  /** The visitor, on the phone page. */
  VISITOR,
  /** A counsellor at a counter. */
  COUNSELLOR,
  /** The server, because time has passed. */
  SCHEDULE
}
