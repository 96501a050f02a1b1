package de.lokalwillkommen.core.booking;

import de.lokalwillkommen.core.kernel.DomainEvents;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;

/**
 * Writes what happens to appointments into their history and tells it. Part of a change that holds
 * the office's book.
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

  /** Writes a new appointment down and claims its place. */
  public void enter(Appointment appointment) {
    appointments.add(appointment);
    appointments.claim(appointment.place(), appointment);
    note(appointment.held());
  }

  /** Writes a change into the history and tells it. */
  void note(AppointmentEvent event) {
    appointments.add(event);
    tell(event.office(), event);
  }

  /** Tells a change in an office that the appointment has left with it. */
  void tell(String office, AppointmentEvent event) {
    appointments.getLocked(office).noteChange();
    events.publish(new AppointmentChanged(office, event.appointment(), event.action(), event.at()));
  }
}
