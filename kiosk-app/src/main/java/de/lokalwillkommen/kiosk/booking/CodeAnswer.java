package de.lokalwillkommen.kiosk.booking;

import de.lokalwillkommen.core.booking.AppointmentView;
import de.lokalwillkommen.core.booking.BookingCode;
import de.lokalwillkommen.core.kernel.Refusal;
import de.lokalwillkommen.core.waitlist.WaitlistView;
import java.util.Optional;

/**
 * What a code is at a kiosk.
 *
 * @param code the code
 * @param appointment the appointment that has it
 * @param objection why that cannot be checked in here and now
 * @param entry the place on the waitlist that has the code, or belongs to the appointment
 */
record CodeAnswer(
    BookingCode code,
    Optional<AppointmentView> appointment,
    Optional<Refusal> objection,
    Optional<WaitlistView> entry) {

  private static final String REASON = "reason";

  /**
   * {@code ready}, a reason as {@link de.lokalwillkommen.core.booking.CheckingIn#checkIn} gives it,
   * {@code waitlist} or {@code unknown}.
   */
  String state() {
    if (appointment.isPresent()) {
      return objection.map(no -> no.facts().get(REASON).toString()).orElse("ready");
    }
    return entry.isPresent() ? "waitlist" : "unknown";
  }
}
