package de.lokalwillkommen.core.offices;

import java.time.LocalDate;

/** The offices as they are kept, to be changed. Whoever only reads asks {@link Offices}. */
public interface OfficeArrangements {

  /**
   * The office with that slug, as it is now.
   *
   * @throws de.lokalwillkommen.core.kernel.Refused {@code UNKNOWN} if there is none
   */
  Office get(String id);

  /** Whether a closure is on that day, whatever is remembered of the office; holidays aside. */
  boolean isClosed(String id, LocalDate day);

  /** Keeps a closure, which then has an identifier. */
  void add(Closure closure);

  /** Forgets a closure. */
  void remove(Closure closure);
}
