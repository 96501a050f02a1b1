package de.lokalwillkommen.core.dayorders;

import jakarta.persistence.EntityManager;

/** What is ordered for single days, for tests. */
public final class DayOrdersFixture {

  private DayOrdersFixture() {}

  /** The days of a database. */
  public static OfficeDays days(EntityManager entities) {
    return new JpaOfficeDays(entities);
  }
}
