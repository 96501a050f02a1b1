package de.lokalwillkommen.core.kernel;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;

/** Whether the database answers: part of being ready. */
@ReadModel
public class DatabasePulse {

  private EntityManager entities;

  protected DatabasePulse() {}

  @Inject
  DatabasePulse(EntityManager entities) {
    this.entities = entities;
  }

  /** Asks the database for next to nothing; fails if it does not answer. */
  public void feel() {
    entities.createNativeQuery("select count(*) from lease where name = ''").getSingleResult();
  }
}
