package de.lokalwillkommen.core.timetable;

import de.lokalwillkommen.core.offices.WallClock;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.stream.Stream;

/**
 * On one day, for some hours, an office has fewer desks for appointments than its rules say, or
 * none: a staff meeting, somebody ill. More desks for one day are a rule that is valid for one day.
 */
@Entity
@Table(name = "availability_exception")
public class AvailabilityException {

  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "lw_ids")
  private Long id;

  @Column(name = "office_id")
  private String office;

  @Column(name = "on_day")
  private LocalDate day;

  @Column(name = "from_minute")
  private int fromMinute;

  @Column(name = "until_minute")
  private int untilMinute;

  private int desks;

  private String reason;

  protected AvailabilityException() {}

  /** An exception in that office. */
  public AvailabilityException(String office, FewerDesks fewer) {
    this.office = office;
    this.day = fewer.day();
    this.fromMinute = fewer.fromMinute();
    this.untilMinute = fewer.untilMinute();
    this.desks = fewer.desks();
    this.reason = fewer.reason();
  }

  public long id() {
    return id;
  }

  /** The slug of the office. */
  public String office() {
    return office;
  }

  /** The day by the clock of the office. */
  public LocalDate day() {
    return day;
  }

  int desks() {
    return desks;
  }

  /** What is left on the day, as it was entered. */
  public FewerDesks fewerDesks() {
    return new FewerDesks(day, fromMinute, untilMinute, desks, reason);
  }

  boolean touches(Instant start, Instant end, ZoneId zone) {
    return start.isBefore(until(zone)) && end.isAfter(from(zone));
  }

  /** When it begins and when it ends. */
  Stream<Instant> bounds(ZoneId zone) {
    return Stream.of(from(zone), until(zone));
  }

  private Instant from(ZoneId zone) {
    return WallClock.at(day, fromMinute, zone);
  }

  private Instant until(ZoneId zone) {
    return WallClock.at(day, untilMinute, zone);
  }
}
