package de.lokalwillkommen.core.calling;

import de.lokalwillkommen.core.offices.Office;
import java.time.Duration;
import java.time.Instant;

/**
 * The rule by which the line is ordered: the smallest key goes first. The key of a walk-in is the
 * arrival. The key of an appointment is its time, or the arrival if that is later, less a credit,
 * as if the visitor had already waited that long. A visitor who comes too late for the appointment
 * joins as a walk-in. No visitor starves: a walk-in is overtaken only by appointments whose time is
 * at most the credit after its arrival (affine accumulating priority with equal slopes; Kleinrock
 * 1964; Stanford, Taylor, Ziedins 2014).
 *
 * @param credit the credit of an appointment, not negative
 * @param lateAfter the delay after which the credit is lost, not negative
 */
public record CallingOrder(Duration credit, Duration lateAfter) {

  /**
   * The credit of a visitor whom staff marks as urgent: more than any other visitor gets, but
   * limited.
   */
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

  /** Whether a visitor comes too late to be treated as one with an appointment. */
  public boolean isLate(Instant arrival, Instant slot) {
    return arrival.isAfter(slot.plus(lateAfter));
  }

  /** The key of a visitor with an appointment. */
  public Instant keyOfAppointment(Instant arrival, Instant slot) {
    if (isLate(arrival, slot)) {
      return arrival;
    }
    Instant due = arrival.isAfter(slot) ? arrival : slot;
    return due.minus(credit);
  }
}
