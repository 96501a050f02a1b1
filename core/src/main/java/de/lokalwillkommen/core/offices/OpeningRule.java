package de.lokalwillkommen.core.offices;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;

/** One line of the opening hours: on this weekday, every n weeks, from then to then. */
@Entity
@Table(name = "opening_rule")
public class OpeningRule {

  private static final int MINUTES_OF_A_DAY = 24 * 60;

  @Id private long id;

  private int weekday;

  @Column(name = "opens_minute")
  private int opensMinute;

  @Column(name = "closes_minute")
  private int closesMinute;

  @Column(name = "every_weeks")
  private int everyWeeks;

  private LocalDate anchor;

  protected OpeningRule() {}

  /**
   * @param opensMinute minute of the day, 0 to 1439, by the clock on the wall
   * @param closesMinute minute of the day, 1 to 1440, after {@code opensMinute}
   * @param everyWeeks 1 for every week, 2 for every second one …
   * @param anchor any day of a week in which the rule holds
   */
  public OpeningRule(
      long id,
      DayOfWeek weekday,
      int opensMinute,
      int closesMinute,
      int everyWeeks,
      LocalDate anchor) {
    if (opensMinute < 0 || closesMinute <= opensMinute || closesMinute > MINUTES_OF_A_DAY) {
      throw new IllegalArgumentException("from " + opensMinute + " to " + closesMinute);
    }
    if (everyWeeks < 1) {
      throw new IllegalArgumentException("every " + everyWeeks + " weeks");
    }
    this.id = id;
    this.weekday = weekday.getValue();
    this.opensMinute = opensMinute;
    this.closesMinute = closesMinute;
    this.everyWeeks = everyWeeks;
    this.anchor = anchor;
  }

  boolean holdsOn(LocalDate day) {
    if (day.getDayOfWeek().getValue() != weekday) {
      return false;
    }
    long weeks = ChronoUnit.WEEKS.between(monday(anchor), monday(day));
    return Math.floorMod(weeks, everyWeeks) == 0;
  }

  OpeningHours.Window on(LocalDate day, ZoneId zone) {
    return new OpeningHours.Window(
        at(day, opensMinute, zone).toInstant(), at(day, closesMinute, zone).toInstant());
  }

  private static ZonedDateTime at(LocalDate day, int minute, ZoneId zone) {
    // by the clock on the wall: on the days the clocks change, 9:00 is still 9:00
    return minute == MINUTES_OF_A_DAY
        ? day.plusDays(1).atStartOfDay(zone)
        : day.atTime(LocalTime.ofSecondOfDay(minute * 60L)).atZone(zone);
  }

  private static LocalDate monday(LocalDate day) {
    return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
  }
}
