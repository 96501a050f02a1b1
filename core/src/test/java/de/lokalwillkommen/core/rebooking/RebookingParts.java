package de.lokalwillkommen.core.rebooking;

import de.lokalwillkommen.core.availability.AvailabilityParts;
import de.lokalwillkommen.core.booking.AppointmentLists;
import de.lokalwillkommen.core.booking.AppointmentLog;
import de.lokalwillkommen.core.booking.Appointments;
import de.lokalwillkommen.core.booking.FindingSlots;
import de.lokalwillkommen.core.booking.OpenBook;
import de.lokalwillkommen.core.booking.SlotSearch;
import de.lokalwillkommen.core.offices.Offices;
import de.lokalwillkommen.core.timetable.Availabilities;
import java.time.Clock;

/** The use case that moves and cancels the appointments of a day, over some repositories. */
public record RebookingParts(
    Offices offices,
    Availabilities availabilities,
    Appointments appointments,
    AppointmentLists lists,
    FindingSlots finding,
    SlotSearch search) {

  /** The use case, wired as the container does it. */
  public RebookingDay rebooking(OpenBook book, AppointmentLog log, Clock clock) {
    return new RebookingDay(
        offices,
        appointments,
        lists,
        AvailabilityParts.desks(offices, availabilities, appointments),
        finding,
        search,
        book,
        log,
        clock);
  }
}
