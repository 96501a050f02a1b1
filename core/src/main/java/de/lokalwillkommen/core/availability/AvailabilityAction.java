package de.lokalwillkommen.core.availability;

<<<<<<< HEAD
/** What was done to the arrangements of an office, as the history names it. */
enum AvailabilityAction {
=======
/** A change of what an office has arranged for appointments. */
public enum AvailabilityAction {
>>>>>>> main
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
<<<<<<< HEAD
  TERMS;

  /** The kind of these entries in the history. */
  static final String KIND = "availability";
=======
  TERMS
>>>>>>> main
}
