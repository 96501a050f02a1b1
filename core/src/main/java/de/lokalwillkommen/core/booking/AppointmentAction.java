package de.lokalwillkommen.core.booking;

/** What can be done with an appointment; every action leaves one entry in its history. */
public enum AppointmentAction {
  /** Its slot is kept while the visitor confirms. */
  HOLD("held"),
  /** Confirmed. */
  BOOK("booked"),
  /** Put to another time, perhaps in another office. */
  MOVE("moved"),
  /** Given up. */
  CANCEL("cancelled"),
  /** The visitor is there. */
  CHECK_IN("checkedIn"),
  /** What became of the visit has become known. */
  FOLLOW("followed"),
  /** The day ended and nobody came. */
  MISS("missed"),
  /** It was not confirmed in time. */
  LAPSE("lapsed"),
  /** The mark as missed was undone: the clock that had ended the day was ahead. */
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
