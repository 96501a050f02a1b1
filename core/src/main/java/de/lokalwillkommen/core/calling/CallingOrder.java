package de.lokalwillkommen.core.calling;

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

  public CallingOrder {
    if (credit.isNegative() || lateAfter.isNegative()) {
      throw new IllegalArgumentException(credit + ", " + lateAfter);
    }
  }

  /** The key of somebody without appointment. */
  public Instant keyOfWalkIn(Instant arrival) {
    return arrival;
  }

  /** The key of somebody with an appointment. */
  public Instant keyOfAppointment(Instant arrival, Instant slot) {
    if (arrival.isAfter(slot.plus(lateAfter))) {
      return arrival;
    }
    Instant due = arrival.isAfter(slot) ? arrival : slot;
    return due.minus(credit);
  }
}
