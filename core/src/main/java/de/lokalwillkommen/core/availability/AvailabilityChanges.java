package de.lokalwillkommen.core.availability;

import java.util.List;

/** The history of the arrangements for appointments. */
interface AvailabilityChanges {

  void add(AvailabilityChange change);

  /** The changes in an office, the latest first. */
  List<AvailabilityChange> list(String office, int atMost);
}
