package de.lokalwillkommen.core.ticketing;

/** How a visitor got the ticket; it decides the letter of the number. */
public enum Origin {
  /** Taken at a kiosk. */
  WALK_IN(Series.A),
  /** Checked in with a booked appointment. */
  APPOINTMENT(Series.T),
  /** Issued by staff. */
  STAFF(Series.A);

  private final Series series;

  Origin(Series series) {
    this.series = series;
  }

  Series series() {
    return series;
  }
}
