package de.lokalwillkommen.core.timetable;

import java.time.Duration;

/** The grid of five minutes on which all appointments begin and end. */
final class Cells {

  static final Duration LENGTH = Duration.ofMinutes(5);

  private Cells() {}

  /** Whether a number of minutes is a whole number of cells. */
  static boolean areFilledBy(int minutes) {
    return minutes > 0 && minutes % LENGTH.toMinutes() == 0;
  }
}
