package de.lokalwillkommen.core.forecast;

import de.lokalwillkommen.core.kernel.ReadModel;
import de.lokalwillkommen.core.offices.Office;
import de.lokalwillkommen.core.offices.Offices;
import de.lokalwillkommen.core.staff.Desks;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** The estimates of an office with its present staff. */
@ReadModel
public class Estimates {

  /** The number of counters assumed before the first counsellor has signed in. */
  private static final int USUAL_COUNTERS = 2;

  private Offices offices;
  private Desks desks;
  private WaitForecast forecast;
  private Clock clock;

  protected Estimates() {}

  @Inject
  public Estimates(Offices offices, Desks desks, WaitForecast forecast, Clock clock) {
    this.offices = offices;
    this.desks = desks;
    this.forecast = forecast;
    this.clock = clock;
  }

  /**
   * The estimated wait of a visitor with that many people ahead; empty if the office does not
   * publish estimates.
   */
  public Optional<Estimate> findForSomebodyWith(int ahead, String officeId) {
    return Optional.of(offices.get(officeId))
        .filter(Office::publishesEstimate)
        .map(office -> estimate(ahead, office));
  }

  private Estimate estimate(int ahead, Office office) {
    int taking = desks.countTaking(office.id());
    int counters = taking > 0 ? taking : Math.min(USUAL_COUNTERS, office.counters().size());
    return forecast.estimate(
        new WaitForecast.Situation(
            ahead, Math.max(1, counters), office.usualConsultation(), thisMinute()));
  }

  /** The present minute, so that an estimate that does not change is equal in all fields. */
  private Instant thisMinute() {
    return clock.instant().truncatedTo(ChronoUnit.MINUTES);
  }
}
