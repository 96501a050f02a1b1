package de.lokalwillkommen.core.availability;

/** A change of what an office has arranged for appointments. */
public enum AvailabilityAction {
  /** A rule was added. */
  ADD,
  /** A rule was changed. */
  CHANGE,
  /** A rule was removed. */
  REMOVE,
  /** An exception was added. */
  EXCEPT,
  /** An exception was removed. */
  RESTORE,
  /** Some days were closed. */
  CLOSE,
  /** Closed days were opened again. */
  REOPEN,
  /** The terms of booking were changed. */
  TERMS
}
