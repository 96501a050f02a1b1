package de.lokalwillkommen.core.kernel;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Alternative;
import jakarta.enterprise.inject.Produces;
import jakarta.interceptor.Interceptor;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;

/**
 * Provides the container's entity manager to the repositories, so that tests can provide theirs. An
 * alternative, since containers from Jakarta EE 11 on provide a bean of their own.
 */
@Dependent
@Alternative
@Priority(Interceptor.Priority.APPLICATION)
class Database {

  @Produces
  @PersistenceContext(unitName = "lokalwillkommen")
  private EntityManager entityManager;
}
