package de.lokalwillkommen.core.booking;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;

/** Draws codes. Appointments and places on the waitlist share them: one code is one of either. */
@Dependent
class FreshCodes {

  private final Appointments appointments;
  private final Waitlist waitlist;

  @Inject
  FreshCodes(Appointments appointments, Waitlist waitlist) {
    this.appointments = appointments;
    this.waitlist = waitlist;
  }

  /** One that nobody has. */
  BookingCode next() {
    BookingCode code = BookingCode.random();
    while (appointments.find(code).isPresent() || waitlist.find(code).isPresent()) {
      code = BookingCode.random();
    }
    return code;
  }
}
