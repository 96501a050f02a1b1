package de.lokalwillkommen.core.booking;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;

/**
 * Sees to it that nobody's address gets a second open appointment, in whichever way the second one
 * would be confirmed. Part of a use case that holds the book of the appointment.
 */
@Dependent
public class OneOpenAppointment {

  private final Appointments appointments;

  @Inject
  OneOpenAppointment(Appointments appointments) {
    this.appointments = appointments;
  }

  /**
   * Refuses to confirm what is held for somebody who has another one.
   *
   * @param left the address that is left now, if there is one; else the one left before counts
   * @throws de.lokalwillkommen.core.kernel.Refused {@code CONFLICT} if they have
   */
  public void require(Appointment held, Optional<Contact> left, Instant now) {
    Optional<Contact> reached = left.or(held::contact);
    if (reached.isEmpty()) {
      return;
    }
    // who confirms in another office with the same address holds another book: they meet here
    appointments.lockAcrossOffices();
    int own = reached.equals(held.contact()) ? 1 : 0;
    int others = appointments.countOpenOf(reached.get(), now) - own;
    BookingRule.oneOpen(held.channel(), others)
        .ifPresent(
            refusal -> {
              throw refusal.asException();
            });
  }
}
