package de.lokalwillkommen.core.offices;

import de.lokalwillkommen.core.kernel.InMemoryIds;
import java.time.LocalDate;

class InMemoryOfficeArrangements implements OfficeArrangements {

  private final Offices offices;

  InMemoryOfficeArrangements(Offices offices) {
    this.offices = offices;
  }

  @Override
  public Office get(String id) {
    return offices.get(id);
  }

  @Override
  public boolean isClosed(String id, LocalDate day) {
    return offices.get(id).closures().stream().anyMatch(c -> c.covers(day));
  }

  @Override
  public void add(Closure closure) {
    InMemoryIds.give(closure);
  }

  @Override
  public void remove(Closure closure) {
    // the office itself has removed it
  }
}
