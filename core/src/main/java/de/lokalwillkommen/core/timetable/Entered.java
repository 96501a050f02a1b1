package de.lokalwillkommen.core.timetable;

import de.lokalwillkommen.core.kernel.Refusal;
import de.lokalwillkommen.core.kernel.Refusal.Kind;

/** Refuses what makes no sense as it was entered, by the field in which it was. */
final class Entered {

  private Entered() {}

  /**
   * @throws de.lokalwillkommen.core.kernel.Refused {@code INVALID} with the {@code field}, if not
   *     sound
   */
  static void require(boolean sound, String field) {
    if (!sound) {
      throw Refusal.of(Kind.INVALID, "availability." + field).with("field", field).asException();
    }
  }
}
