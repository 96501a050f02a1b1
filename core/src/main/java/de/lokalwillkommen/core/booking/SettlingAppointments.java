package de.lokalwillkommen.core.booking;

import de.lokalwillkommen.core.kernel.UseCase;
import de.lokalwillkommen.core.offices.Office;
import de.lokalwillkommen.core.offices.Offices;
import de.lokalwillkommen.core.retention.Retention;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;

/**
 * What time alone changes about appointments: holds and offers expire and go to the next person,
 * days pass, addresses are deleted. It may run late, since every search for a slot and every change
 * of an appointment does the same first.
 */
@UseCase
public class SettlingAppointments {

  private Offices offices;
  private OpenBook book;
  private Appointments appointments;
  private Clock clock;

  protected SettlingAppointments() {}

  @Inject
  SettlingAppointments(Offices offices, OpenBook book, Appointments appointments, Clock clock) {
    this.offices = offices;
    this.book = book;
    this.appointments = appointments;
    this.clock = clock;
  }

  /** Does the due work of one office. Locks its book only if there is any. */
  public void tend(String officeId) {
    Instant now = clock.instant();
    Office office = offices.get(officeId);
    if (book.isDue(office, now)) {
      book.open(now, office);
    }
  }

  /** Deletes addresses that are no longer needed. */
  public void forget() {
    // a cancelled appointment keeps its address until the cancellation letter is sent or dropped,
    // however long that takes
    appointments
        .listContactsEndedBefore(Retention.CONTACTS.keptFrom(clock.instant()))
        .forEach(Appointment::forgetContact);
  }
}
