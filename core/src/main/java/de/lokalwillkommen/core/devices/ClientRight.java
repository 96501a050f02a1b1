package de.lokalwillkommen.core.devices;

/** What a caller of the kiosk or the display may be allowed to do. */
public enum ClientRight {
  /** Sees what each person may know: the offices, whether they are open, their topics, boards. */
  SEE_OFFICES,
  /**
   * Sees, changes and gives back a ticket, an appointment, a place on the waitlist or an offer,
   * each by its code or its secret address.
   */
  USE_OWN,
  /** Finds free slots, books, and joins the waitlist, as from outside: within narrow limits. */
  BOOK_FROM_OUTSIDE,
  /** Finds free slots, books, and joins the waitlist, as a visitor does who stands at a kiosk. */
  BOOK_AT_KIOSK,
  /** Issues walk-in tickets. */
  ISSUE_TICKETS,
  /** Checks in a visitor who names the code of an appointment. */
  CHECK_IN,
  /** Shows a board at a place that is kept for it, however many strangers look on. */
  KEEP_BOARD,
  /** Reports how it is: screen, sound, clock, network. */
  REPORT_HEALTH,
  /** Asks to be paired, and waits until staff approve the code. */
  ASK_FOR_PAIRING
}
