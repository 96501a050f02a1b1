package de.lokalwillkommen.core.offices;

import de.lokalwillkommen.core.dayorders.DayOrders;
import de.lokalwillkommen.core.kernel.Refusal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * All offices. They change seldom and every request reads them, so answers may come from a cache.
 */
public interface Offices {

  /** All offices in the order in which they are shown. */
  List<Office> list();

  /** The office with that slug. */
  default Optional<Office> find(String id) {
    return list().stream().filter(o -> o.id().equals(id)).findFirst();
  }

  /**
   * The office with that slug.
   *
   * @throws de.lokalwillkommen.core.kernel.Refused if there is none
   */
  default Office get(String id) {
    return find(id)
        .orElseThrow(() -> Refusal.of(Refusal.Kind.UNKNOWN, "office.unknown").asException());
  }

  /**
   * What is ordered for a day of an office, regardless of a cache. A caller that holds the lock on
   * the office's line sees all orders before its own change.
   */
  default DayOrders ordersOf(Office office, LocalDate day) {
    return office.ordersOf(day);
  }
}
