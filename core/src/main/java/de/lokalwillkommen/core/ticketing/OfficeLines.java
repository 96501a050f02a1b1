package de.lokalwillkommen.core.ticketing;

import de.lokalwillkommen.core.offices.Office;
import java.time.Instant;
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

  /**
   * The line of an office now, empty if it has had no visitor yet. It is to be read before the data
   * it describes, which is then never older than its version.
   */
  default LineToday today(Office office, Instant now) {
    return find(office.id())
        .map(line -> line.at(office, now))
        .orElseGet(() -> new LineToday(office.dayOf(now).date(), 0, 0));
  }
}
