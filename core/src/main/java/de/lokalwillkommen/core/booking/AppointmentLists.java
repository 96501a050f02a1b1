package de.lokalwillkommen.core.booking;

import de.lokalwillkommen.core.kernel.BusinessDay;
import de.lokalwillkommen.core.kernel.ReadModel;
import de.lokalwillkommen.core.offices.Office;
import de.lokalwillkommen.core.offices.Offices;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** The appointments of an office for those who work there. */
@ReadModel
public class AppointmentLists {

  /** How long before its time an appointment is shown beside the line. */
  public static final Duration SOON = Duration.ofMinutes(60);

  private Offices offices;
  private Appointments appointments;
  private Clock clock;

  protected AppointmentLists() {}

  @Inject
  AppointmentLists(Offices offices, Appointments appointments, Clock clock) {
    this.offices = offices;
    this.appointments = appointments;
    this.clock = clock;
  }

  /** All appointments of a day that were ever confirmed, by time. */
  public List<AppointmentView> listOn(String officeId, LocalDate day) {
    Office office = offices.get(officeId);
    Instant now = clock.instant();
    return appointments
        .listBetween(
            officeId,
            new BusinessDay(day, office.zone()).begin(),
            new BusinessDay(day, office.zone()).end())
        .stream()
        .filter(Appointment::wasConfirmed)
        .map(a -> AppointmentView.of(a, office, now))
        .toList();
  }

  /**
   * The appointments that are due and not checked in: from those late today to those that begin
   * within {@link #SOON}.
   */
  public List<AppointmentView> listDue(String officeId) {
    Office office = offices.get(officeId);
    Instant now = clock.instant();
    return appointments.listBetween(officeId, office.dayOf(now).begin(), now.plus(SOON)).stream()
        .filter(a -> a.status() == AppointmentStatus.BOOKED)
        .filter(a -> !a.end().isBefore(now.minus(office.lateAfter())))
        .map(a -> AppointmentView.of(a, office, now))
        .toList();
  }

  /** The appointment of that office with that code, if it was ever confirmed. */
  public Optional<AppointmentView> find(String officeId, BookingCode code) {
    return appointments
        .find(code)
        .filter(a -> a.office().equals(officeId))
        .filter(Appointment::wasConfirmed)
        .map(a -> AppointmentView.of(a, offices.get(officeId), clock.instant()));
  }

  /** Grows with every change of an office's appointments; 0 before the first. */
  public long versionOf(String officeId) {
    return appointments.versionOf(officeId);
  }
}
