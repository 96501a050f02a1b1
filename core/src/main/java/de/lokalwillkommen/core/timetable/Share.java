package de.lokalwillkommen.core.timetable;

/** Whose part of an availability's desks may be booked. */
public enum Share {
  /** What visitors may book themselves; its late part opens only shortly before. */
  PUBLIC,
  /** Everything, what is kept for staff first. */
  INTERNAL
}
