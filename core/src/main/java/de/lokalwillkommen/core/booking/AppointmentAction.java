package de.lokalwillkommen.core.booking;

/** What can be done with an appointment. Every action leaves one entry in the history. */
public enum AppointmentAction {
  /** Its slot is kept while the visitor confirms. */
  HOLD("held"),
  /** Confirmed. */
  BOOK("booked"),
  /** Moved to another time, perhaps in another office. */
  MOVE("moved"),
  /** Cancelled. */
  CANCEL("cancelled"),
  /** The visitor is there. */
  CHECK_IN("checkedIn"),
  /** The result of the visit is known. */
  FOLLOW("followed"),
  /** The day ended and the visitor did not come. */
  MISS("missed"),
  /** The hold was not confirmed in time. */
  LAPSE("lapsed"),
  /** The mark as missed was undone: the day had been ended by a clock that was ahead. */
  REINSTATE("reinstated");

  private final String past;

  AppointmentAction(String past) {
    this.past = past;
  }

  /** The fact it becomes, for example {@code appointment.booked}. */
  String fact() {
    return "appointment." + past;
  }
}
