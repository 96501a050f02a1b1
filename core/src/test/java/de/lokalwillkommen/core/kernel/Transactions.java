package de.lokalwillkommen.core.kernel;

import jakarta.persistence.EntityManager;
import java.util.function.Function;

/** A database for tests without a server. */
public interface Transactions {

  /** Runs work in one transaction. */
  <T> T transaction(Function<EntityManager, T> work);
}
