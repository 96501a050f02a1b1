package de.lokalwillkommen.core.overseeing;

import de.lokalwillkommen.core.dayorders.DayOrders;
import de.lokalwillkommen.core.kernel.Refusal;
import de.lokalwillkommen.core.kernel.Refusal.Kind;
import java.time.LocalDate;

/**
 * The orders that a person has seen before changing them.
 *
 * @param day the business day
 * @param version their version
 */
public record OrdersSeen(LocalDate day, int version) {

  /**
   * @throws de.lokalwillkommen.core.kernel.Refused {@code CHANGED_MEANWHILE} if these are others:
   *     another person has changed them, or another day has begun
   */
  void requireStill(DayOrders present) {
    if (!present.day().equals(day)) {
      throw Refusal.of(Kind.CHANGED_MEANWHILE, "day.over").asException();
    }
    if (present.version() != version) {
      throw Refusal.of(Kind.CHANGED_MEANWHILE, "day.changedMeanwhile").asException();
    }
  }
}
