package de.lokalwillkommen.core.booking;

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
 * How long people who asked on one day had to wait for an appointment in one office: from the
 * request to the slot they took (median and P90), and to the third slot that was next available, as
 * is customary in advanced access (Murray and Tantau 2003). The third is taken as the first often
 * is one that has just been cancelled.
 */
@Entity
@Table(name = "lead_time")
class LeadTime {

  /** Which free slot tells the lead time. */
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
   * Replaces the figures as a whole.
   *
   * @param leads from request to slot, one for each appointment booked on the day
   * @param thirdNext to the third next available slot at the time of measuring, if there was one
   */
  void measure(List<Duration> leads, Optional<Duration> thirdNext) {
    bookings = leads.size();
    medianMinutes = quantile(leads, 0.5);
    p90Minutes = quantile(leads, 0.9);
    thirdNext.ifPresent(t -> thirdNextMinutes = Math.toIntExact(t.toMinutes()));
  }

  /** The smallest lead that is not exceeded by that share of all (nearest rank). */
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

  Optional<Duration> thirdNext() {
    return minutes(thirdNextMinutes);
  }

  private static Optional<Duration> minutes(Integer minutes) {
    return Optional.ofNullable(minutes).map(Duration::ofMinutes);
  }
}
