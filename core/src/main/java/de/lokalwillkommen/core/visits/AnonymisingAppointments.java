package de.lokalwillkommen.core.visits;

import de.lokalwillkommen.core.booking.Appointment;
import de.lokalwillkommen.core.booking.AppointmentStatus;
import de.lokalwillkommen.core.booking.Appointments;
import de.lokalwillkommen.core.booking.OpenBook;
import de.lokalwillkommen.core.kernel.UseCase;
import de.lokalwillkommen.core.offices.Office;
import de.lokalwillkommen.core.offices.Offices;
import de.lokalwillkommen.core.retention.Retention;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Turns past appointments into facts without a way back to a person, and deletes ended places on
 * the waitlist.
 */
@UseCase
public class AnonymisingAppointments {

  private static final int AT_ONCE = 100;

  private Offices offices;
  private Appointments appointments;
  private OpenBook book;
  private Departures departures;
  private Clock clock;

  protected AnonymisingAppointments() {}

  @Inject
  AnonymisingAppointments(
      Offices offices,
      Appointments appointments,
      OpenBook book,
      Departures departures,
      Clock clock) {
    this.offices = offices;
    this.appointments = appointments;
    this.book = book;
    this.departures = departures;
    this.clock = clock;
  }

  /**
   * Anonymises some appointments.
   *
   * @return whether there may be more
   */
  public boolean anonymise() {
    Instant now = clock.instant();
    Instant keptFrom = Retention.APPOINTMENTS.keptFrom(now);
    List<Long> ids = departures.listAppointmentsEndedBefore(keptFrom, AT_ONCE);
    if (ids.isEmpty()) {
      return false;
    }
    List<Appointment> seen = departures.listAppointments(ids);
    Map<Long, String> locked =
        seen.stream().collect(Collectors.toMap(Appointment::id, Appointment::office));
    book.open(now, seen.stream().map(a -> offices.get(a.office())).toArray(Office[]::new));
    appointments.lockAcrossOffices();
    // while the locks were awaited, another server may have taken it back, moved or deleted it
    Set<Long> still = departures.listStillEndedBefore(keptFrom, ids);
    List<Appointment> due =
        seen.stream()
            .filter(past -> still.contains(past.id()))
            .map(appointments::getAgain)
            .filter(past -> past.office().equals(locked.get(past.id())))
            .toList();
    if (due.isEmpty()) {
      return false;
    }
    List<VisitProperty> facts = new ArrayList<>();
    due.forEach(past -> facts.addAll(factsOf(past)));
    Collections.shuffle(facts);
    facts.forEach(departures::add);
    departures.removeAppointments(due.stream().map(Appointment::id).toList());
    return ids.size() == AT_ONCE;
  }

  private List<VisitProperty> factsOf(Appointment past) {
    if (past.status() == AppointmentStatus.LAPSED || past.status() == AppointmentStatus.HELD) {
      // never confirmed, so it was no appointment
      return List.of();
    }
    Duration lead = past.lead();
    LocalDate day = past.start().atZone(offices.get(past.office()).zone()).toLocalDate();
    return Stream.of(
            Property.ahead(PropertyKind.APPOINTMENT, past.status().name(), lead),
            Property.ahead(PropertyKind.APPOINTMENT_TOPIC, past.topic(), lead),
            Property.ahead(PropertyKind.APPOINTMENT_LANGUAGE, past.language(), lead))
        .map(fact -> new VisitProperty(AnonymisingVisits.key(), past.office(), day, fact))
        .toList();
  }

  /**
   * Deletes some ended places on the waitlist.
   *
   * @return whether there may be more
   */
  public boolean forgetWaitlist() {
    Instant keptFrom = Retention.WAITLIST.keptFrom(clock.instant());
    appointments.lockAcrossOffices();
    return departures.removeWaitlistEndedBefore(keptFrom, AT_ONCE) == AT_ONCE;
  }
}
