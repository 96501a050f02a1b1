package de.lokalwillkommen.core.waitlist;

/** The status of an offer. */
public enum OfferStatus {
  /** Waits for an answer. */
  OPEN,
  /** Was taken. */
  CLAIMED,
  /** Was declined. */
  DECLINED,
  /** Expired without an answer. */
  LAPSED
}
