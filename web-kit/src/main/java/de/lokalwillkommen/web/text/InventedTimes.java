package de.lokalwillkommen.web.text;

/** The free times that an invented search finds. */
public enum InventedTimes {
  /** Some in a week that has neighbours, and an earlier one in another office. */
  SOME,
  /** Some, the next of which is the next in all offices. */
  FASTEST,
  /** None. */
  NONE
}
