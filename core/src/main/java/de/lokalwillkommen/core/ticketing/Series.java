package de.lokalwillkommen.core.ticketing;

/** The letter in front of a number. It shows whether there was an appointment, never the topic. */
public enum Series {
  /** Without appointment. */
  A,
  /** With appointment (Termin). */
  T
}
