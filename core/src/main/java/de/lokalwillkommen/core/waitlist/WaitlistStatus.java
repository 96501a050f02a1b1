package de.lokalwillkommen.core.waitlist;

/** The status of a waitlist entry. */
public enum WaitlistStatus {
  /** Waits for an offer. */
  WAITING,
  /** Has taken one. */
  SERVED,
  /** Was withdrawn by the visitor. */
  LEFT,
  /** The last wanted day has passed. */
  ENDED
}
