package de.lokalwillkommen.core.dayorders;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** The days of all offices for which something is ordered, as the database has them now. */
public interface OfficeDays {

  /** One day of an office. */
  Optional<OfficeDay> find(String office, LocalDate day);

  /** What is ordered for an office on a day. */
  default DayOrders ordersOf(String office, LocalDate day) {
    return find(office, day).map(OfficeDay::orders).orElseGet(() -> DayOrders.none(day));
  }

  /** The days of an office. */
  List<OfficeDay> list(String office);

  /** The days of all offices from one on. */
  List<OfficeDay> listFrom(LocalDate first);

  /** Stores a new day. */
  void add(OfficeDay day);

  /**
   * Deletes days of all offices before one.
   *
   * @return how many, at most that many
   */
  int removeBefore(LocalDate first, int atMost);
}
