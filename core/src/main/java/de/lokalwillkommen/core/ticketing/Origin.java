package de.lokalwillkommen.core.ticketing;

/** How a visitor came to the ticket; it decides the letter of the number. */
public enum Origin {
  /** Took it at a kiosk. */
  WALK_IN(Series.A),
  /** Checked in with a booked appointment. */
  APPOINTMENT(Series.T),
  /** Was given it by staff. */
  STAFF(Series.A);

  private final Series series;

  Origin(Series series) {
    this.series = series;
  }

  Series series() {
    return series;
  }
}
