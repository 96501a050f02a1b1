package de.lokalwillkommen.core.visits;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * A shift without the person: what was spoken at a counter, and for which organisation.
 *
 * @param until when it ended; empty if it goes on
 */
record StaffedCounter(
    long counter,
    Instant from,
    Optional<Instant> until,
    Set<String> languages,
    Optional<String> organisation) {

  boolean isAt(long asked, Instant instant) {
    return counter == asked
        && !instant.isBefore(from)
        && until.filter(end -> end.isBefore(instant)).isEmpty();
  }
}
