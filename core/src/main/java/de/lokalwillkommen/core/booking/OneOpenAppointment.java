package de.lokalwillkommen.core.booking;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;

/**
 * Ensures that no address gets a second open appointment, however the second one is confirmed. Part
 * of a use case that holds the lock on the appointment's book.
 */
@Dependent
public class OneOpenAppointment {

  private final Appointments appointments;

  @Inject
  OneOpenAppointment(Appointments appointments) {
    this.appointments = appointments;
  }

  /**
   * Refuses to confirm a held appointment for a visitor who has another one.
   *
   * @param left the new address; if empty, the stored one counts
   * @throws de.lokalwillkommen.core.kernel.Refused {@code CONFLICT} if there is another open
   *     appointment
   */
  public void require(Appointment held, Optional<Contact> left, Instant now) {
    Optional<Contact> reached = left.or(held::contact);
    if (reached.isEmpty()) {
      return;
    }
    // a confirmation with the same address in another office holds another book: both need this
    // lock
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
