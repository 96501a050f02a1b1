package de.lokalwillkommen.core.booking;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;

/**
 * The appointments of one office as one row. Whatever changes them locks this row first: so a slot
 * is found and claimed in one step, and nobody is refused because of somebody who was refused too.
 * What makes a double booking impossible is {@link SlotClaim}, also for whoever should not keep to
 * it.
 */
@Entity
@Table(name = "appointment_book")
class AppointmentBook {

  /** The one row that is no office's: locked by whoever makes a new book. */
  static final String TO_BE_MADE = "-";

  @Id
  @Column(name = "office_id")
  private String office;

  private long version;

  @Column(name = "settled_on")
  private LocalDate settledOn;

  protected AppointmentBook() {}

  AppointmentBook(String office) {
    this.office = office;
  }

  String office() {
    return office;
  }

  /** Grows by one with every change, over days, restarts and servers. */
  long version() {
    return version;
  }

  void noteChange() {
    version++;
  }

  /**
   * Whether the missed appointments of all days before that day have been recorded; each day is
   * settled once.
   */
  boolean isSettledFor(LocalDate day) {
    return day.equals(settledOn);
  }

  /** Whether a later day has been settled, because the clock was ahead. */
  boolean isSettledBeyond(LocalDate day) {
    return settledOn != null && settledOn.isAfter(day);
  }

  void noteSettled(LocalDate day) {
    settledOn = day;
  }
}
