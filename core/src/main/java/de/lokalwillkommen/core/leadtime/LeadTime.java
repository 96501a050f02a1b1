package de.lokalwillkommen.core.leadtime;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * How long people who booked on one day wait for an appointment in one office: from the first
 * request, which may be for a place on the waitlist, to the slot (median and P90). Each appointment
 * counts once, on the day it is booked; moving it changes nothing. Also the time to the third next
 * available slot, as is customary in advanced access (Murray and Tantau 2003): the first one is
 * often a slot that has just been cancelled.
 */
@Entity
@Table(name = "lead_time")
class LeadTime {

  /** Which free slot is measured, counted from the next one. */
  static final int THIRD = 3;

  /** One office on one day. */
  @Embeddable
  static class Key implements Serializable {

    private static final long serialVersionUID = 1;

    @Column(name = "office_id")
    private String office;

    @Column(name = "on_day")
    private LocalDate day;

    protected Key() {}

    Key(String office, LocalDate day) {
      this.office = office;
      this.day = day;
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Key key && office.equals(key.office) && day.equals(key.day);
    }

    @Override
    public int hashCode() {
      return Objects.hash(office, day);
    }
  }

  @EmbeddedId private Key key;

  private int bookings;

  @Column(name = "median_minutes")
  private Integer medianMinutes;

  @Column(name = "p90_minutes")
  private Integer p90Minutes;

  @Column(name = "third_next_minutes")
  private Integer thirdNextMinutes;

  protected LeadTime() {}

  LeadTime(String office, LocalDate day) {
    this.key = new Key(office, day);
  }

  /**
   * Replaces all figures of the day.
   *
   * @param leads from request to slot, one for each appointment booked on the day
   * @param thirdNext to the third next available slot at the time of measuring; empty if the office
   *     is booked out
   */
  void measure(List<Duration> leads, Optional<Duration> thirdNext) {
    count(leads);
    thirdNextMinutes = thirdNext.map(t -> Math.toIntExact(t.toMinutes())).orElse(null);
  }

  /**
   * Completes a day that is over: adds what was booked after the last measurement. A history with
   * fewer bookings than were measured changes nothing.
   *
   * @param leads from request to slot, one for each appointment booked on the day
   */
  void complete(List<Duration> leads) {
    if (leads.size() > bookings) {
      count(leads);
    }
  }

  private void count(List<Duration> leads) {
    bookings = leads.size();
    medianMinutes = quantile(leads, 0.5);
    p90Minutes = quantile(leads, 0.9);
  }

  /** The smallest lead time that is not exceeded by that share of all (nearest rank). */
  private static Integer quantile(List<Duration> leads, double share) {
    if (leads.isEmpty()) {
      return null;
    }
    List<Duration> sorted = leads.stream().sorted().toList();
    int rank = (int) Math.ceil(share * sorted.size());
    return Math.toIntExact(sorted.get(Math.max(rank, 1) - 1).toMinutes());
  }

  LocalDate day() {
    return key.day;
  }

  int bookings() {
    return bookings;
  }

  Optional<Duration> median() {
    return minutes(medianMinutes);
  }

  Optional<Duration> p90() {
    return minutes(p90Minutes);
  }

  /** The time to the third next slot; empty if there was none when the day was last measured. */
  Optional<Duration> thirdNext() {
    return minutes(thirdNextMinutes);
  }

  private static Optional<Duration> minutes(Integer minutes) {
    return Optional.ofNullable(minutes).map(Duration::ofMinutes);
  }
}
