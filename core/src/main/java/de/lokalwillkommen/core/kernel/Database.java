package de.lokalwillkommen.core.kernel;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Alternative;
import jakarta.enterprise.inject.Produces;
import jakarta.interceptor.Interceptor;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;

/**
 * Hands the container's entity manager to the repositories, so that tests may hand them theirs. An
 * alternative, since from Jakarta EE 11 on the container offers one of its own beside it.
 */
@Dependent
@Alternative
@Priority(Interceptor.Priority.APPLICATION)
class Database {

  @Produces
  @PersistenceContext(unitName = "lokalwillkommen")
  private EntityManager entityManager;
}
