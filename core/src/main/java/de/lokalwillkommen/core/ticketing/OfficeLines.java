package de.lokalwillkommen.core.ticketing;

import java.time.LocalDate;
import java.util.Optional;

/** The lines of all offices, one row each. */
public interface OfficeLines {

  /**
   * The line of an office, locked until the transaction ends; created on the office's first day.
   */
  OfficeLine lock(String office, LocalDate today);

  /** The line of an office as it is, without waiting for a lock. */
  Optional<OfficeLine> find(String office);
}
