package de.lokalwillkommen.web.text;

/** What a ticket may have beside its status, for an invented one. */
public enum InventedTicket {
  /** It is called, and the visitor has answered. */
  COMING,
  /** It waits, for a short time. */
  SHORT_WAIT,
  /** It waits, for a long time. */
  LONG_WAIT
}
