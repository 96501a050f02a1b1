package de.lokalwillkommen.core.board;

import de.lokalwillkommen.core.kernel.Refusal;
import java.util.Optional;

/** What visitors without an appointment find in an office now. */
public enum WalkIns {
  /** They get numbers. */
  ADMITTED,
  /** They get none at the moment, since as many people wait as may. */
  FULL,
  /** It is open for those who wait or have an appointment, and gives no more numbers today. */
  OVER,
  /** It is closed. */
  CLOSED;

  /**
   * @param open whether the office is open
   * @param objection why it gives no number now, or empty
   */
  static WalkIns of(boolean open, Optional<Refusal> objection) {
    if (objection.isEmpty()) {
      return ADMITTED;
    }
    if (!open) {
      return CLOSED;
    }
    return "full".equals(objection.get().facts().get("reason")) ? FULL : OVER;
  }

  /** Whether a visitor who waits here or comes again soon gets a number. */
  boolean isPossible() {
    return this == ADMITTED || this == FULL;
  }
}
