package de.lokalwillkommen.core.timetable;

import java.time.Duration;

/** The grid of five minutes on which all appointments begin and end. */
final class Cells {

  static final Duration LENGTH = Duration.ofMinutes(5);

  private Cells() {}

  /** Whether so many minutes fill cells without a rest. */
  static boolean areFilledBy(int minutes) {
    return minutes > 0 && minutes % LENGTH.toMinutes() == 0;
  }
}
