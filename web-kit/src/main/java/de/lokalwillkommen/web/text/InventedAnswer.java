package de.lokalwillkommen.web.text;

/** The answers of a kiosk to an invented code. */
public enum InventedAnswer {
  /** The visitor is on time. */
  READY("ready"),
  /** It is too early for the check-in. */
  EARLY("early"),
  /** The appointment has begun. */
  LATE("late"),
  /** The appointment is in another office. */
  WRONG_OFFICE("wrongOffice"),
  /** The appointment is on another day. */
  WRONG_DAY("wrongDay"),
  /** The appointment is not confirmed yet. */
  NOT_CONFIRMED("notConfirmed"),
  /** The appointment was cancelled. */
  CANCELLED("cancelled"),
  /** The appointment is over. */
  OVER("over"),
  /** There is no such code. */
  UNKNOWN("unknown"),
  /** The code is of a place on the waitlist. */
  WAITLIST("waitlist"),
  /** The visitor has an appointment, and is offered an earlier one. */
  OFFERED("offered");

  private final String word;

  InventedAnswer(String word) {
    this.word = word;
  }

  /** How keys of texts name it. */
  public String word() {
    return word;
  }
}
