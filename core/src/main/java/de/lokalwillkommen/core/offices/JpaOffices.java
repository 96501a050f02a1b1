package de.lokalwillkommen.core.offices;

import de.lokalwillkommen.core.dayorders.DayOrders;
import de.lokalwillkommen.core.kernel.Nudge;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * Caches the offices for some seconds: a lost nudge heals by itself, and a change made on this
 * server is visible at once.
 */
@ApplicationScoped
class JpaOffices implements Offices {

  private static final Duration MAX_AGE = Duration.ofSeconds(10);

  private OfficeReader reader;
  private Holidays holidays;
  private Clock clock;
  private volatile Snapshot snapshot = new Snapshot(List.of(), Instant.EPOCH);

  protected JpaOffices() {}

  @Inject
  JpaOffices(OfficeReader reader, Holidays holidays, Clock clock) {
    this.reader = reader;
    this.holidays = holidays;
    this.clock = clock;
  }

  @Override
  public List<Office> list() {
    Snapshot present = snapshot;
    Instant now = clock.instant();
    if (Duration.between(present.loadedAt(), now).abs().compareTo(MAX_AGE) > 0) {
      present = new Snapshot(read(now), now);
      snapshot = present;
    }
    return present.offices();
  }

  private List<Office> read(Instant now) {
    List<Office> offices = reader.read(now);
    for (Office office : offices) {
      office
          .holidayRegion()
          .map(region -> holidays.around(region, office.dayOf(now).date()))
          .ifPresent(office::closedOn);
    }
    return offices;
  }

  @Override
  public DayOrders ordersOf(Office office, LocalDate day) {
    return reader.ordersOf(office.id(), day);
  }

  void forgetAfter(@Observes Nudge nudge) {
    if (nudge.isAbout("office")) {
      snapshot = new Snapshot(List.of(), Instant.EPOCH);
    }
  }

  private record Snapshot(List<Office> offices, Instant loadedAt) {}
}
