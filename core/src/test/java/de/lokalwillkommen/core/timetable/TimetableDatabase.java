package de.lokalwillkommen.core.timetable;

import jakarta.persistence.EntityManager;

/** The repository of the timetable over a test database. */
public final class TimetableDatabase {

  private TimetableDatabase() {}

  public static Availabilities availabilities(EntityManager entities) {
    return new JpaAvailabilities(entities);
  }
}
