package de.lokalwillkommen.core.availability;

import java.util.List;

/** The history of what was arranged for appointments. */
interface AvailabilityChanges {

  void add(AvailabilityChange change);

  /** What was changed in an office, the latest first. */
  List<AvailabilityChange> list(String office, int atMost);
}
