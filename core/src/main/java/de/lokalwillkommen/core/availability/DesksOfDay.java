package de.lokalwillkommen.core.availability;

import de.lokalwillkommen.core.booking.Appointment;
import de.lokalwillkommen.core.booking.AppointmentStatus;
import de.lokalwillkommen.core.booking.Appointments;
import de.lokalwillkommen.core.kernel.BusinessDay;
import de.lokalwillkommen.core.kernel.ReadModel;
import de.lokalwillkommen.core.offices.Office;
import de.lokalwillkommen.core.offices.Offices;
import de.lokalwillkommen.core.timetable.Availabilities;
import de.lokalwillkommen.core.timetable.Timetable;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Which appointments of a day have a desk, as the day is arranged now. */
@ReadModel
public class DesksOfDay {

  private Offices offices;
  private Availabilities availabilities;
  private Appointments appointments;

  protected DesksOfDay() {}

  @Inject
  DesksOfDay(Offices offices, Availabilities availabilities, Appointments appointments) {
    this.offices = offices;
    this.availabilities = availabilities;
    this.appointments = appointments;
  }

  /** Whether the office is closed on a day. */
  public boolean isClosed(String officeId, LocalDate day) {
    return offices.get(officeId).hours().isClosedOn(day);
  }

  /**
   * The identifiers of the appointments for which no desk is left: all of a closed day; if there
   * are fewer desks than usual, those booked last.
   */
  public Set<Long> listWithoutDesk(String officeId, LocalDate day) {
    Office office = offices.get(officeId);
    BusinessDay hours = new BusinessDay(day, office.zone());
    List<Appointment> taking =
        appointments.listBetween(officeId, hours.begin(), hours.end()).stream()
            .filter(a -> AppointmentStatus.TAKING.contains(a.status()))
            .toList();
    Timetable timetable =
        new Timetable(
            office,
            availabilities.listRules(officeId),
            availabilities.listExceptions(officeId, day, day));
    return Seating.listWithoutDesk(timetable, taking).stream()
        .map(Appointment::id)
        .collect(Collectors.toSet());
  }
}
