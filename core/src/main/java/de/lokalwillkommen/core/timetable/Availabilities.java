package de.lokalwillkommen.core.timetable;

import de.lokalwillkommen.core.kernel.Refusal;
import de.lokalwillkommen.core.kernel.Refusal.Kind;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** The rules by which offices have time for appointments, and their exceptions. */
public interface Availabilities {

  /** The rules of an office that have not been removed. */
  List<Availability> listRules(String office);

  /** The exceptions of an office between two days, both ends included. */
  List<AvailabilityException> listExceptions(String office, LocalDate first, LocalDate last);

  Optional<Availability> findRule(long id);

  /**
   * The rule with that identifier.
   *
   * @throws de.lokalwillkommen.core.kernel.Refused {@code UNKNOWN} if there is no such rule
   */
  default Availability getRule(long id) {
    return findRule(id)
        .filter(r -> !r.isRemoved())
        .orElseThrow(() -> Refusal.of(Kind.UNKNOWN, "availability.unknown").asException());
  }

  /**
   * Rereads a rule that was read before the office's book was locked.
   *
   * @throws de.lokalwillkommen.core.kernel.Refused {@code UNKNOWN} if the rule is gone
   */
  Availability getAgain(Availability seen);

  Optional<AvailabilityException> findException(long id);

  /**
   * Reloads an exception that was read before the office's book was locked; empty if it is gone.
   */
  Optional<AvailabilityException> findAgain(AvailabilityException seen);

  void add(Availability rule);

  void add(AvailabilityException exception);

  void remove(AvailabilityException exception);
}
