package de.lokalwillkommen.core.dayorders;

import java.time.LocalDate;
import java.util.Optional;

/**
 * What is ordered for an office on one business day. On every other day its usual rules apply.
 *
 * @param day the business day
 * @param version grows with every order of that day; an editor names the one that was shown
 * @param stop why it gives no more numbers to people without an appointment, if so
 * @param closesMinute the minute of the day at which it closes instead of its usual time, by the
 *     clock on the wall
 * @param announcement what it tells its visitors
 */
public record DayOrders(
    LocalDate day,
    int version,
    Optional<StopReason> stop,
    Optional<Integer> closesMinute,
    Optional<Announcement> announcement) {

  /** A day on which nothing is ordered. */
  public static DayOrders none(LocalDate day) {
    return new DayOrders(day, 0, Optional.empty(), Optional.empty(), Optional.empty());
  }

  /** The same with no more numbers, or with numbers again. */
  public DayOrders withStop(Optional<StopReason> reason) {
    return new DayOrders(day, version, reason, closesMinute, announcement);
  }

  /** The same with another closing time, or with the usual one. */
  public DayOrders withClosing(Optional<Integer> minute) {
    return new DayOrders(day, version, stop, minute, announcement);
  }

  /** The same with another announcement, or without. */
  public DayOrders withAnnouncement(Optional<Announcement> other) {
    return new DayOrders(day, version, stop, closesMinute, other);
  }
}
