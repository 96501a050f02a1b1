package de.lokalwillkommen.core.waitlist;

import java.time.LocalTime;

/** When on a day a visitor on the waitlist could come. */
public enum PartOfDay {
  /** At any time. */
  ANY,
  /** Before noon. */
  MORNING,
  /** From noon on. */
  AFTERNOON;

  boolean overlaps(PartOfDay other) {
    return this == ANY || other == ANY || this == other;
  }

  boolean includes(LocalTime time) {
    return switch (this) {
      case ANY -> true;
      case MORNING -> time.isBefore(LocalTime.NOON);
      case AFTERNOON -> !time.isBefore(LocalTime.NOON);
    };
  }
}
