package de.lokalwillkommen.core.storage;

/** Not even tried, since the database is away. */
public class StorageAway extends RuntimeException {

  StorageAway() {
    // it is known why: no stack trace is worth its cost
    super("the database is away", null, false, false);
  }
}
