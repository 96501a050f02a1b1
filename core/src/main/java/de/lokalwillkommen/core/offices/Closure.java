package de.lokalwillkommen.core.offices;

import de.lokalwillkommen.core.kernel.PlainText;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.LocalDate;

/** Days on which an office stays closed whatever its rules say. */
@Entity
@Table(name = "closure")
public class Closure {

  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "lw_ids")
  private Long id;

  @ManyToOne
  @JoinColumn(name = "office_id")
  private Office office;

  @Column(name = "first_day")
  private LocalDate firstDay;

  @Column(name = "last_day")
  private LocalDate lastDay;

  private String reason;

  protected Closure() {}

  /** Days to be closed; the identifier follows when the closure is stored. */
  public Closure(LocalDate firstDay, LocalDate lastDay, String reason) {
    if (lastDay.isBefore(firstDay)) {
      throw new IllegalArgumentException(firstDay + " to " + lastDay);
    }
    this.firstDay = firstDay;
    this.lastDay = lastDay;
    this.reason = reason;
  }

  public Closure(long id, LocalDate firstDay, LocalDate lastDay, String reason) {
    this(firstDay, lastDay, reason);
    this.id = id;
  }

  /** All days from one on. */
  static Closure forGood(LocalDate firstDay) {
    return new Closure(firstDay, LocalDate.MAX, "");
  }

  /** The identifier, once it is stored. */
  public long id() {
    return id;
  }

  public LocalDate firstDay() {
    return firstDay;
  }

  /** The last day, which is closed too. */
  public LocalDate lastDay() {
    return lastDay;
  }

  /** The reason for the staff; the empty string if none is given. */
  public String reason() {
    return PlainText.of(reason);
  }

  void belongTo(Office closed) {
    this.office = closed;
  }

  /** Whether the closure applies to that day. */
  public boolean covers(LocalDate day) {
    return !day.isBefore(firstDay) && !day.isAfter(lastDay);
  }
}
