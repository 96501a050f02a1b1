package de.lokalwillkommen.core.offices;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;

/** Days on which an office stays closed whatever its rules say. */
@Entity
@Table(name = "closure")
public class Closure {

  @Id private long id;

  @Column(name = "first_day")
  private LocalDate firstDay;

  @Column(name = "last_day")
  private LocalDate lastDay;

  private String reason;

  protected Closure() {}

  public Closure(long id, LocalDate firstDay, LocalDate lastDay, String reason) {
    if (lastDay.isBefore(firstDay)) {
      throw new IllegalArgumentException(firstDay + " to " + lastDay);
    }
    this.id = id;
    this.firstDay = firstDay;
    this.lastDay = lastDay;
    this.reason = reason;
  }

  boolean covers(LocalDate day) {
    return !day.isBefore(firstDay) && !day.isAfter(lastDay);
  }
}
