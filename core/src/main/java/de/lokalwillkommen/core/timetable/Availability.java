package de.lokalwillkommen.core.timetable;

import de.lokalwillkommen.core.kernel.Words;
import de.lokalwillkommen.core.offices.WallClock;
import de.lokalwillkommen.core.offices.WeekRhythm;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;

/**
 * One rule by which an office has time for appointments. Every search for slots reads it; nothing
 * is generated from it, so a change is bookable at once. Its desks are numbered: first the public
 * ones, then those that open late, last those for staff. A removed rule stays as long as
 * appointments refer to it.
 */
@Entity
@Table(name = "availability")
public class Availability {

  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "lw_ids")
  private Long id;

  @Column(name = "office_id")
  private String office;

  private int weekday;

  @Column(name = "from_minute")
  private int fromMinute;

  @Column(name = "until_minute")
  private int untilMinute;

  @Column(name = "every_weeks")
  private int everyWeeks;

  private LocalDate anchor;

  @Column(name = "valid_from")
  private LocalDate validFrom;

  @Column(name = "valid_until")
  private LocalDate validUntil;

  @Column(name = "slot_minutes")
  private int slotMinutes;

  private int desks;

  @Column(name = "internal_desks")
  private int internalDesks;

  @Column(name = "late_desks")
  private int lateDesks;

  @Convert(converter = Words.class)
  private Set<String> topics;

  @Convert(converter = Words.class)
  private Set<String> languages;

  @Column(name = "removed_at")
  private Instant removedAt;

  protected Availability() {}

  /** A new rule of an office; it gets its identifier when it is stored. */
  public Availability(String office, WeeklyHours hours) {
    this.office = office;
    take(hours);
  }

  /** Replaces the hours as a whole. Appointments keep their desks and times. */
  public void arrange(WeeklyHours hours) {
    take(hours);
  }

  private void take(WeeklyHours hours) {
    weekday = hours.weekday().getValue();
    fromMinute = hours.fromMinute();
    untilMinute = hours.untilMinute();
    everyWeeks = hours.everyWeeks();
    anchor = hours.anchor();
    validFrom = hours.validFrom();
    validUntil = hours.validUntil().orElse(null);
    slotMinutes = hours.slotMinutes();
    desks = hours.desks();
    internalDesks = hours.internalDesks();
    lateDesks = hours.lateDesks();
    topics = hours.topics();
    languages = hours.languages();
  }

  /** A copy of the rule with other hours; it is not stored. */
  public Availability wouldBe(WeeklyHours hours) {
    Availability other = new Availability(office, hours);
    other.id = id;
    return other;
  }

  /** Ends the rule; the row stays as long as appointments refer to it. */
  public void remove(Instant now) {
    removedAt = now;
  }

  public boolean isRemoved() {
    return removedAt != null;
  }

  public long id() {
    return id;
  }

  /** The slug of the office. */
  public String office() {
    return office;
  }

  /** The hours as they were entered. */
  public WeeklyHours hours() {
    return new WeeklyHours(
        DayOfWeek.of(weekday),
        fromMinute,
        untilMinute,
        everyWeeks,
        anchor,
        validFrom,
        Optional.ofNullable(validUntil),
        slotMinutes,
        desks,
        internalDesks,
        lateDesks,
        topics,
        languages);
  }

  /** Whether it has hours on a day, regardless of closures and holidays. */
  public boolean holdsOn(LocalDate day) {
    return day.getDayOfWeek().getValue() == weekday
        && !day.isBefore(validFrom)
        && (validUntil == null || !day.isAfter(validUntil))
        && new WeekRhythm(everyWeeks, anchor).includes(day);
  }

  /** When its hours begin on a day, by the clock on the wall. */
  public Instant begin(LocalDate day, ZoneId zone) {
    return WallClock.at(day, fromMinute, zone);
  }

  /** When its hours end on a day, by the clock on the wall. */
  public Instant end(LocalDate day, ZoneId zone) {
    return WallClock.at(day, untilMinute, zone);
  }

  boolean serves(String topic, String language) {
    return (topics.isEmpty() || topics.contains(topic))
        && (languages.isEmpty()
            || languages.contains(language)
            || languages.contains(language.split("-", 2)[0]));
  }

  /**
   * How specialised it is. Rules that serve fewer topics and languages are booked first, so that
   * the others stay free for all.
   */
  int speciality() {
    return (topics.isEmpty() ? 0 : 1) + (languages.isEmpty() ? 0 : 2);
  }

  int slotMinutes() {
    return slotMinutes;
  }

  /** The number of desks, including those for staff. */
  public int desks() {
    return desks;
  }

  /** The last desk that visitors may book. */
  int lastPublicDesk(boolean lateShareOpen) {
    return desks - internalDesks - (lateShareOpen ? 0 : lateDesks);
  }
}
