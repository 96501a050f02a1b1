package de.lokalwillkommen.core.offices;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;

/**
 * One line of the opening hours: a weekday, a rhythm of weeks, and the times of opening and
 * closing.
 */
@Entity
@Table(name = "opening_rule")
public class OpeningRule {

  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "lw_ids")
  private Long id;

  @ManyToOne
  @JoinColumn(name = "office_id")
  private Office office;

  private int weekday;

  @Column(name = "opens_minute")
  private int opensMinute;

  @Column(name = "closes_minute")
  private int closesMinute;

  @Column(name = "every_weeks")
  private int everyWeeks;

  private LocalDate anchor;

  @Column(name = "valid_from")
  private LocalDate validFrom;

  @Column(name = "valid_until")
  private LocalDate validUntil;

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

  /** A new rule; the identifier follows when it is stored. */
  OpeningRule(OpeningTimes times) {
    this.weekday = times.weekday().getValue();
    this.opensMinute = times.fromMinute();
    this.closesMinute = times.untilMinute();
    this.everyWeeks = times.rhythm().everyWeeks();
    this.anchor = times.rhythm().anchor();
    this.validFrom = times.validFrom().orElse(null);
    this.validUntil = times.validUntil().orElse(null);
  }

  void belongTo(Office opening) {
    this.office = opening;
  }

  OpeningTimes times() {
    return new OpeningTimes(
        DayOfWeek.of(weekday),
        opensMinute,
        closesMinute,
        new WeekRhythm(everyWeeks, anchor),
        Optional.ofNullable(validFrom),
        Optional.ofNullable(validUntil));
  }

  boolean holdsOn(LocalDate day) {
    if (validFrom != null && day.isBefore(validFrom)
        || validUntil != null && day.isAfter(validUntil)
        || day.getDayOfWeek().getValue() != weekday) {
      return false;
    }
    return new WeekRhythm(everyWeeks, anchor).includes(day);
  }

  OpeningHours.Window on(LocalDate day, ZoneId zone) {
    return new OpeningHours.Window(
        WallClock.at(day, opensMinute, zone), WallClock.at(day, closesMinute, zone));
  }
}
