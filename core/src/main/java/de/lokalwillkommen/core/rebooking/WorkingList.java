package de.lokalwillkommen.core.rebooking;

import de.lokalwillkommen.core.booking.AppointmentView;
import de.lokalwillkommen.core.booking.Slot;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * The appointments of a day of which the visitors are still expected.
 *
 * @param office the slug
 * @param day the day
 * @param closed whether the office is closed on that day
 * @param items the appointments, by time
 */
public record WorkingList(String office, LocalDate day, boolean closed, List<Item> items) {

  /**
   * An appointment.
   *
   * @param appointment the appointment as it is now
   * @param hasDesk whether a desk is left for it on that day
   * @param proposal the next free slot for its topic and language on a later day; no two items have
   *     the same place
   */
  public record Item(AppointmentView appointment, boolean hasDesk, Optional<Slot> proposal) {}
}
