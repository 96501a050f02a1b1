package de.lokalwillkommen.core.kernel;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;

/** Hands the container's entity manager to the repositories, so that tests may hand them theirs. */
@Dependent
class Database {

  @Produces
  @PersistenceContext(unitName = "lokalwillkommen")
  private EntityManager entityManager;
}
