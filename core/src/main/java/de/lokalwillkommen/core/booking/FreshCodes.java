package de.lokalwillkommen.core.booking;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;

/** Draws codes for appointments and for other things that visitors know by a code. */
@Dependent
public class FreshCodes {

  private final Appointments appointments;
  private final CodesInUse others;

  @Inject
  FreshCodes(Appointments appointments, CodesInUse others) {
    this.appointments = appointments;
    this.others = others;
  }

  /** A code that is not in use. */
  public BookingCode next() {
    BookingCode code = BookingCode.random();
    while (appointments.find(code).isPresent() || others.isInUse(code)) {
      code = BookingCode.random();
    }
    return code;
  }
}
