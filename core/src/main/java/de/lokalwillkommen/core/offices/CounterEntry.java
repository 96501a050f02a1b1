package de.lokalwillkommen.core.offices;

import java.util.Optional;

/**
 * A counter as the administration enters it.
 *
 * @param id the identifier; empty if it is new
 * @param sign what stands at its door
 */
public record CounterEntry(Optional<Long> id, CounterSign sign) {

  /** A new counter. */
  public static CounterEntry of(CounterSign sign) {
    return new CounterEntry(Optional.empty(), sign);
  }

  /** Whether that counter has another label so far. */
  boolean relabels(Counter counter) {
    return !sign.label().equals(counter.label());
  }
}
