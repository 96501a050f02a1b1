package de.lokalwillkommen.core.booking;

import de.lokalwillkommen.core.offices.Office;
import de.lokalwillkommen.core.timetable.Place;
import java.time.Instant;

/** What becomes of a place that is free again before it is free for everybody. */
public interface FreedPlaces {

  /**
   * Keeps the place, or parts of it, for those who are to be asked first. Part of a change that
   * holds the office's book and the {@linkplain Appointments#lockAcrossOffices lock across
   * offices}.
   *
   * @param office where the place is
   * @param place what is free from now on
   */
  void offer(Office office, Place place, Instant now);
}
