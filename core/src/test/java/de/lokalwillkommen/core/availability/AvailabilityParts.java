package de.lokalwillkommen.core.availability;

import de.lokalwillkommen.core.booking.Appointments;
import de.lokalwillkommen.core.booking.OpenBook;
import de.lokalwillkommen.core.kernel.DomainEvents;
import de.lokalwillkommen.core.offices.OfficeArrangements;
import de.lokalwillkommen.core.offices.Offices;
import de.lokalwillkommen.core.staff.Staff;
import de.lokalwillkommen.core.timetable.Availabilities;
import jakarta.persistence.EntityManager;
import java.time.Clock;

/** The use cases that arrange hours, over some history, wired as the container does it. */
public final class AvailabilityParts {

  final AvailabilityChanges changes;

  private AvailabilityParts(AvailabilityChanges changes) {
    this.changes = changes;
  }

  public static AvailabilityParts inMemory() {
    return new AvailabilityParts(new InMemoryAvailabilityChanges());
  }

  public static AvailabilityParts over(EntityManager entities) {
    return new AvailabilityParts(new JpaAvailabilityChanges(entities));
  }

  public ArrangingAvailability arranging(
      Offices offices,
      OfficeArrangements arrangements,
      Availabilities availabilities,
      Appointments appointments,
      OpenBook book,
      DomainEvents events,
      Clock clock) {
    return new ArrangingAvailability(
        offices, arrangements, availabilities, changes, appointments, book, events, clock);
  }

  AvailabilityPlan plan(
      Offices offices, Availabilities availabilities, Appointments appointments, Staff staff) {
    return new AvailabilityPlan(offices, availabilities, changes, appointments, staff);
  }
}
