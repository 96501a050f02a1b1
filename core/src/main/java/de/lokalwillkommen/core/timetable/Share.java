package de.lokalwillkommen.core.timetable;

/** The share of an availability's desks that may be booked. */
public enum Share {
  /** The desks that visitors may book; the late ones among them open only shortly before. */
  PUBLIC,
  /** All desks, those kept for staff first. */
  INTERNAL
}
