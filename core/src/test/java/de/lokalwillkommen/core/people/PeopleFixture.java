package de.lokalwillkommen.core.people;

import de.lokalwillkommen.core.kernel.DomainEvents;
import java.time.Clock;

/** Accounts for the tests of other packages. */
public final class PeopleFixture {

  private PeopleFixture() {}

  /** Publishes what is done to accounts. */
  public static PeopleLog log(DomainEvents events, Clock clock) {
    return new PeopleLog(events, clock);
  }
}
