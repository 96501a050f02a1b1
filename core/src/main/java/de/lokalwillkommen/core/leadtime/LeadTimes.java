package de.lokalwillkommen.core.leadtime;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** The lead times of all offices, day by day. */
interface LeadTimes {

  /** The figures of an office for a day, created on first use. */
  LeadTime get(String office, LocalDate day);

  /** The latest figures before a day. */
  Optional<LeadTime> findLastBefore(String office, LocalDate day);

  /** The figures of an office between two days, both ends included, in order. */
  List<LeadTime> list(String office, LocalDate first, LocalDate last);
}
