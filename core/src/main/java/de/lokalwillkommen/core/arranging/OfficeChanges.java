package de.lokalwillkommen.core.arranging;

import de.lokalwillkommen.core.offices.CounterEntry;
import de.lokalwillkommen.core.offices.OfficeData;
import de.lokalwillkommen.core.offices.OpeningTimes;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The parts of an office that change together; an empty one stays as it is.
 *
 * @param data the name, the address and the rules
 * @param hours when it is open
 * @param topics the identifiers of the topics on which it advises
 * @param counters its counters in their order; who is not named is given up
 * @param closing when it is closed for good
 */
public record OfficeChanges(
    Optional<OfficeData> data,
    Optional<List<OpeningTimes>> hours,
    Optional<Set<String>> topics,
    Optional<List<CounterEntry>> counters,
    Optional<Closing> closing) {

  /**
   * The end of an office.
   *
   * @param firstDay the first day on which it is closed for good; empty to take the closing back
   */
  public record Closing(Optional<LocalDate> firstDay) {}

  /** Only the counters. */
  public static OfficeChanges ofCounters(List<CounterEntry> entries) {
    return new OfficeChanges(
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.of(List.copyOf(entries)),
        Optional.empty());
  }
}
