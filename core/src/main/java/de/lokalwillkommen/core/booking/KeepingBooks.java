package de.lokalwillkommen.core.booking;

import de.lokalwillkommen.core.kernel.UseCase;
import de.lokalwillkommen.core.offices.Office;
import de.lokalwillkommen.core.offices.Offices;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * What time alone changes about appointments: holds and offers end and go to the next, days pass,
 * addresses are forgotten. Nothing is wrong if it is late, since whoever looks for a slot or
 * changes an appointment does the same first.
 */
@UseCase
public class KeepingBooks {

  /**
   * Addresses are forgotten so long after the appointment, if nothing has done so before; 48 hours
   * are promised.
   */
  static final Duration ADDRESSES_KEPT = Duration.ofHours(24);

  private Offices offices;
  private OpenBook book;
  private Appointments appointments;
  private Clock clock;

  protected KeepingBooks() {}

  @Inject
  KeepingBooks(Offices offices, OpenBook book, Appointments appointments, Clock clock) {
    this.offices = offices;
    this.book = book;
    this.appointments = appointments;
    this.clock = clock;
  }

  /** Does for one office what has become due. Takes hold of its book only if there is something. */
  public void tend(String officeId) {
    Instant now = clock.instant();
    Office office = offices.get(officeId);
    if (book.isDue(office, now)) {
      book.open(now, office);
    }
  }

  /** Forgets addresses that are of no more use. */
  public void forget() {
    // of what is cancelled the address stays until that is said there, however long it takes
    appointments
        .listContactsEndedBefore(clock.instant().minus(ADDRESSES_KEPT))
        .forEach(Appointment::forgetContact);
  }
}
