package de.lokalwillkommen.core.offices;

import de.lokalwillkommen.core.dayorders.DayOrders;
import java.time.LocalDate;
import java.util.List;

/** The offices in the database, to be changed. Code that only reads uses {@link Offices}. */
public interface OfficeArrangements {

  /**
   * The office with that slug, as the database has it now.
   *
   * @throws de.lokalwillkommen.core.kernel.Refused {@code UNKNOWN} if there is none
   */
  Office get(String id);

  /**
   * The same, locked until the end of the transaction against other changes of the office.
   *
   * @throws de.lokalwillkommen.core.kernel.Refused {@code UNKNOWN} if there is none
   */
  Office getLocked(String id);

  /**
   * Stores a new office with its counters and rules.
   *
   * @throws de.lokalwillkommen.core.kernel.Refused {@code INVALID} if its slug is taken
   */
  void add(Office office);

  /** The position of the next office in the list of all. */
  int nextPosition();

  /**
   * Lets counters get the labels of others: the rows of these lose theirs until they are stored.
   */
  void freeLabels(List<Counter> counters);

  /** Stores the counters of an office; new ones then have identifiers. */
  void storeCounters(Office office);

  /** Stores the opening rules of an office instead of these. */
  void replace(List<OpeningRule> over, Office office);

  /** The catalogue of topics, in its order, with those that are given up. */
  List<Topic> listTopics();

  /**
   * The catalogue, locked until the end of the transaction against other changes of topics. No
   * office may be read afterwards in the same transaction: who changes an office reads topics.
   */
  List<Topic> listTopicsLocked();

  /** Adds a topic to the catalogue. */
  void add(Topic topic);

  /** Whether a closure covers that day, regardless of the cache; holidays do not count. */
  boolean isClosed(String id, LocalDate day);

  /** What is ordered for a day, regardless of the cache. */
  DayOrders ordersOf(String id, LocalDate day);

  /** Stores a closure, which then has an identifier. */
  void add(Closure closure);

  /** Deletes a closure. */
  void remove(Closure closure);
}
