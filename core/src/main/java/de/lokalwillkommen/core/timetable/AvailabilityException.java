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
 * Fewer desks for appointments than the rules say, or none, for some hours of one day: a staff
 * meeting, an ill counsellor. More desks for one day are a rule that is valid for one day.
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

  /** A new exception in an office. */
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

  /** The desks left on that day, as they were entered. */
  public FewerDesks fewerDesks() {
    return new FewerDesks(day, fromMinute, untilMinute, desks, reason);
  }

  boolean touches(Instant start, Instant end, ZoneId zone) {
    return start.isBefore(until(zone)) && end.isAfter(from(zone));
  }

  /** Its beginning and its end. */
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
