package de.lokalwillkommen.core.offices;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * One line of the opening hours: a weekday, a rhythm of weeks, and the times of opening and
 * closing.
 */
@Entity
@Table(name = "opening_rule")
public class OpeningRule {

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
    if (opensMinute < 0
        || closesMinute <= opensMinute
        || closesMinute > WallClock.MINUTES_OF_A_DAY) {
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
    return new WeekRhythm(everyWeeks, anchor).includes(day);
  }

  OpeningHours.Window on(LocalDate day, ZoneId zone) {
    return new OpeningHours.Window(
        WallClock.at(day, opensMinute, zone), WallClock.at(day, closesMinute, zone));
  }
}
