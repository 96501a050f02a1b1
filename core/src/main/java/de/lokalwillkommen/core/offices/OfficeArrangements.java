package de.lokalwillkommen.core.offices;

/** The offices as they are kept, to be changed. Whoever only reads asks {@link Offices}. */
public interface OfficeArrangements {

  /**
   * The office with that slug, as it is now.
   *
   * @throws de.lokalwillkommen.core.kernel.Refused {@code UNKNOWN} if there is none
   */
  Office get(String id);

  /** Keeps a closure, which then has an identifier. */
  void add(Closure closure);

  /** Forgets a closure. */
  void remove(Closure closure);
}
