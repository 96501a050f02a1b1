package de.lokalwillkommen.kiosk.booking;

import de.lokalwillkommen.core.booking.AppointmentStatus;
import de.lokalwillkommen.core.booking.AppointmentView;
import de.lokalwillkommen.core.booking.BookingCode;

/**
 * An appointment as its visitor sees it.
 *
 * @param appointment the appointment
 * @param day for example “morgen, Montag, 23. November”
 * @param time for example {@code 09:30}
 * @param state its status; an unconfirmed appointment lapses when its time limit is over
 */
public record Booking(
    AppointmentView appointment, String day, String time, AppointmentStatus state) {

  /** The code as it is typed. */
  public String code() {
    return appointment.code().value();
  }

  /** The code as it is shown. */
  public String codeInGroups() {
    return appointment.code().inGroups();
  }

  /** The key of the topic's label. */
  public String topicKey() {
    return "topic." + appointment.topic();
  }

  public boolean is(AppointmentStatus wanted) {
    return state == wanted;
  }

  BookingCode id() {
    return appointment.code();
  }
}
