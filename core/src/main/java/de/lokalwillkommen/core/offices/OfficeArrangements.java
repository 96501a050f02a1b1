package de.lokalwillkommen.core.offices;

import java.time.LocalDate;

/** The offices in the database, to be changed. Code that only reads uses {@link Offices}. */
public interface OfficeArrangements {

  /**
   * The office with that slug, as the database has it now.
   *
   * @throws de.lokalwillkommen.core.kernel.Refused {@code UNKNOWN} if there is none
   */
  Office get(String id);

  /** Whether a closure covers that day, regardless of the cache; holidays do not count. */
  boolean isClosed(String id, LocalDate day);

  /** Stores a closure, which then has an identifier. */
  void add(Closure closure);

  /** Deletes a closure. */
  void remove(Closure closure);
}
