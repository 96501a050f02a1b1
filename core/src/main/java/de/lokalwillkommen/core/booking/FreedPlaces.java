package de.lokalwillkommen.core.booking;

import de.lokalwillkommen.core.offices.Office;
import de.lokalwillkommen.core.timetable.Place;
import java.time.Instant;

/** Takes a place that has become free, before it is open to all. */
public interface FreedPlaces {

  /**
   * Holds the place, or parts of it, for the people who are asked first. Part of a change that
   * holds the lock on the office's book and the {@linkplain Appointments#lockAcrossOffices lock
   * across offices}.
   *
   * @param office the office of the place
   * @param place the place that is free from now on
   */
  void offer(Office office, Place place, Instant now);
}
