package de.lokalwillkommen.core.dayorders;

import de.lokalwillkommen.core.kernel.UseCase;
import de.lokalwillkommen.core.retention.Retention;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** Deletes the orders of past days: an announcement may name a colleague. */
@UseCase
public class ForgettingOrders {

  static final int AT_ONCE = 100;

  private OfficeDays days;
  private Clock clock;

  protected ForgettingOrders() {}

  @Inject
  public ForgettingOrders(OfficeDays days, Clock clock) {
    this.days = days;
    this.clock = clock;
  }

  /**
   * Deletes the orders of some days that have been over for long enough, in any zone.
   *
   * @return whether there may be more
   */
  public boolean forget() {
    LocalDate first =
        LocalDate.ofInstant(Retention.ORDERS.keptFrom(clock.instant()), ZoneOffset.UTC);
    return days.removeBefore(first, AT_ONCE) == AT_ONCE;
  }
}
