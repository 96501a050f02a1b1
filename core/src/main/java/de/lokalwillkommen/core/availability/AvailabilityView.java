package de.lokalwillkommen.core.availability;

import de.lokalwillkommen.core.timetable.Arrangement;
import de.lokalwillkommen.core.timetable.ClosedDays;
import de.lokalwillkommen.core.timetable.FewerDesks;
import de.lokalwillkommen.core.timetable.WeeklyHours;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * When an office has time for appointments, as the staff who arrange it see it.
 *
 * @param office the slug
 * @param zone the zone of the office's clock
 * @param lateShare how long before a slot the late desks open; zero for the same day
 * @param rules the weekly hours
 * @param exceptions the exceptions on the requested days
 * @param blocks the hours that rules and exceptions yield on the requested days
 * @param closedDays the requested days on which the office is closed, such as public holidays
 */
public record AvailabilityView(
    String office,
    ZoneId zone,
    Duration lateShare,
    List<Rule> rules,
    List<Exception> exceptions,
    List<Block> blocks,
    List<ClosedDay> closedDays) {

  /**
   * One rule.
   *
   * @param id its identifier
   * @param hours as entered
   */
  public record Rule(long id, WeeklyHours hours) {}

  /**
   * One exception.
   *
   * @param id its identifier
   * @param fewer as entered
   */
  public record Exception(long id, FewerDesks fewer) {}

  /**
   * A day on which the office is closed.
   *
   * @param day the day
   * @param closed the reason, if it is a closure and not a public holiday
   */
  public record ClosedDay(LocalDate day, Optional<ClosedDays> closed) {}

  /**
   * Some closed days.
   *
   * @param id their identifier
   * @param days as entered
   */
  public record Closure(long id, ClosedDays days) {}

  /**
   * Hours on one day, as a rule gives them.
   *
   * @param rule the identifier of the rule
   * @param start when they begin
   * @param end when they end
   * @param desks how many desks, before exceptions
   * @param booked how many appointments are booked in them
   */
  public record Block(long rule, Instant start, Instant end, int desks, int booked) {}

  /**
   * One entry in the history.
   *
   * @param at when it was made
   * @param by the display name of the person who made it
   * @param action what was done
   * @param before the previous arrangement, if there was one
   * @param after the new arrangement, if there is one
   */
  public record Change(
      Instant at,
      String by,
      AvailabilityAction action,
      Optional<Arrangement> before,
      Optional<Arrangement> after) {}
}
