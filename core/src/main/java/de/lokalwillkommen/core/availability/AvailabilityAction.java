package de.lokalwillkommen.core.availability;

import java.util.Arrays;

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
  TERMS;

  /** The kind of these changes in the history. */
  static final String KIND = "availability";

  /** The action with that name; {@link #CHANGE} for one that a newer version has written. */
  static AvailabilityAction of(String name) {
    return Arrays.stream(values()).filter(a -> a.name().equals(name)).findFirst().orElse(CHANGE);
  }
}
