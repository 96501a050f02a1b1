package de.lokalwillkommen.web.text;

/** The states of an invented office, as its kiosk shows them to a visitor without appointment. */
public enum InventedEntrance {
  /** Gives numbers. */
  OPEN,
  /** Gives numbers, and may close before a visitor who comes now is called. */
  TIGHT,
  /** Gives numbers, and the wait is short. */
  SHORT_WAIT,
  /** Gives numbers, and the wait is long. */
  LONG_WAIT,
  /** Is closed, and opens again in some days. */
  CLOSED,
  /** Is closed for good. */
  ENDED,
  /** Closes soon and gives no more numbers today. */
  LAST_TICKET,
  /** As many people wait as it takes. */
  FULL
}
