package de.lokalwillkommen.core.storage;

/** Thrown without a query, since the database is away. */
public class StorageAway extends RuntimeException {

  StorageAway() {
    // the cause is known, so a stack trace is not worth its cost
    super("the database is away", null, false, false);
  }
}
