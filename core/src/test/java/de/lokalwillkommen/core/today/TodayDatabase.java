package de.lokalwillkommen.core.today;

import jakarta.persistence.EntityManager;

/** What is known for a day, over a test database. */
public final class TodayDatabase {

  private TodayDatabase() {}

  public static DayMemory memory(EntityManager entities) {
    return new JpaDayMemory(entities);
  }
}
