package de.lokalwillkommen.core.booking;

import de.lokalwillkommen.core.kernel.DomainEvents;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;

/**
 * Stores what happens to appointments in their history and publishes it. Part of a change that
 * holds the lock on the office's book.
 */
@Dependent
public class AppointmentJournal {

  private final Appointments appointments;
  private final DomainEvents events;

  @Inject
  AppointmentJournal(Appointments appointments, DomainEvents events) {
    this.appointments = appointments;
    this.events = events;
  }

  /** Stores a new appointment and claims its place. */
  public void enter(Appointment appointment) {
    appointments.add(appointment);
    appointments.claim(appointment.place(), appointment);
    note(appointment.held());
  }

  /** Stores a change in the history and publishes it. */
  void note(AppointmentEvent event) {
    appointments.add(event);
    tell(event.office(), event);
  }

  /**
   * Counts a change in an office's book and publishes it there. A move between two offices is told
   * in both.
   */
  void tell(String office, AppointmentEvent event) {
    appointments.getLocked(office).noteChange();
    events.publish(new AppointmentChanged(office, event.appointment(), event.action(), event.at()));
  }
}
