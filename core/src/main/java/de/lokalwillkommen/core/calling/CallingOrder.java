package de.lokalwillkommen.core.calling;

import de.lokalwillkommen.core.offices.Office;
import java.time.Duration;
import java.time.Instant;

/**
 * The rule by which the line is ordered: the smallest key goes first. A walk-in's key is its
 * arrival; an appointment's is its time, or its arrival if that is later, less a credit, as if it
 * had already waited so long; who comes too late for the appointment joins as a walk-in. Nobody
 * starves: a walk-in is overtaken only by appointments whose time is at most the credit after its
 * arrival (affine accumulating priority with equal slopes; Kleinrock 1964; Stanford, Taylor,
 * Ziedins 2014).
 *
 * @param credit what an appointment is credited, not negative
 * @param lateAfter from which delay on the credit is lost, not negative
 */
public record CallingOrder(Duration credit, Duration lateAfter) {

  /** What somebody is credited whom staff calls urgent: more than anybody else, but not all. */
  public static final Duration URGENT = Duration.ofMinutes(60);

  /** The order of an office. */
  public static CallingOrder of(Office office) {
    return new CallingOrder(office.credit(), office.lateAfter());
  }

  public CallingOrder {
    if (credit.isNegative() || lateAfter.isNegative()) {
      throw new IllegalArgumentException(credit + ", " + lateAfter);
    }
  }

  /** Whether somebody comes too late for an appointment to be treated as one. */
  public boolean isLate(Instant arrival, Instant slot) {
    return arrival.isAfter(slot.plus(lateAfter));
  }

  /** The key of somebody with an appointment. */
  public Instant keyOfAppointment(Instant arrival, Instant slot) {
    if (isLate(arrival, slot)) {
      return arrival;
    }
    Instant due = arrival.isAfter(slot) ? arrival : slot;
    return due.minus(credit);
  }
}
