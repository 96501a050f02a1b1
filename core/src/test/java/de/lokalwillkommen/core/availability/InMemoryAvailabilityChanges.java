package de.lokalwillkommen.core.availability;

import java.util.ArrayList;
import java.util.List;

class InMemoryAvailabilityChanges implements AvailabilityChanges {

  private final List<AvailabilityChange> changes = new ArrayList<>();

  @Override
  public void add(AvailabilityChange change) {
    changes.add(0, change);
  }

  @Override
  public List<AvailabilityChange> list(String office, int atMost) {
    return changes.stream().filter(c -> c.office().equals(office)).limit(atMost).toList();
  }
}
