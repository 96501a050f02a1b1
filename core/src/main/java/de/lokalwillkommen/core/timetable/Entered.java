package de.lokalwillkommen.core.timetable;

import de.lokalwillkommen.core.kernel.Refusal;
import de.lokalwillkommen.core.kernel.Refusal.Kind;

/** Refuses invalid entries and names the field. */
final class Entered {

  private Entered() {}

  /**
   * @throws de.lokalwillkommen.core.kernel.Refused {@code INVALID} with the {@code field}, unless
   *     the value is sound
   */
  static void require(boolean sound, String field) {
    if (!sound) {
      throw Refusal.of(Kind.INVALID, "availability." + field).with("field", field).asException();
    }
  }
}
