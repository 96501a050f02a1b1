package de.lokalwillkommen.core.availability;

import de.lokalwillkommen.core.booking.Appointments;
import de.lokalwillkommen.core.booking.OpenBook;
import de.lokalwillkommen.core.history.HistoryParts;
import de.lokalwillkommen.core.kernel.DomainEvents;
import de.lokalwillkommen.core.offices.OfficeArrangements;
import de.lokalwillkommen.core.offices.Offices;
import de.lokalwillkommen.core.staff.Staff;
import de.lokalwillkommen.core.ticketing.Tickets;
import de.lokalwillkommen.core.timetable.Availabilities;
import jakarta.persistence.EntityManager;
import java.time.Clock;

/** The use cases that arrange hours, over some history, wired as the container does it. */
public final class AvailabilityParts {

  final HistoryParts history;

  private AvailabilityParts(HistoryParts history) {
    this.history = history;
  }

  public static AvailabilityParts inMemory() {
    return new AvailabilityParts(HistoryParts.inMemory());
  }

  public static AvailabilityParts over(EntityManager entities) {
    return new AvailabilityParts(HistoryParts.over(entities));
  }

  public ArrangingAvailability arranging(
      Offices offices,
      OfficeArrangements arrangements,
      Availabilities availabilities,
      Appointments appointments,
      Tickets tickets,
      OpenBook book,
      DomainEvents events,
      Clock clock) {
    return new ArrangingAvailability(
        offices,
        arrangements,
        availabilities,
        appointments,
        tickets,
        book,
        history.hearing(events),
        clock);
  }

  AvailabilityPlan plan(
      Offices offices, Availabilities availabilities, Appointments appointments, Staff staff) {
    return new AvailabilityPlan(offices, availabilities, history.reading(), appointments, staff);
  }

  /** What a day is like, wired as the container does it. */
  public static DesksOfDay desks(
      Offices offices, Availabilities availabilities, Appointments appointments) {
    return new DesksOfDay(offices, availabilities, appointments);
  }
}
