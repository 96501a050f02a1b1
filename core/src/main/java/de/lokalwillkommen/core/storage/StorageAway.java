package de.lokalwillkommen.core.storage;

/** Thrown without an attempt, since the database is away. */
public class StorageAway extends RuntimeException {

  StorageAway() {
    // the cause is known, so a stack trace would be a waste
    super("the database is away", null, false, false);
  }
}
