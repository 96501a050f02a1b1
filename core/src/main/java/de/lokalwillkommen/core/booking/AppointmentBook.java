package de.lokalwillkommen.core.booking;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;

/**
 * The appointments of one office as one row. Every change of them locks this row first: a slot is
 * found and claimed in one step, and no visitor is refused because of another one who is refused
 * too. {@link SlotClaim} makes a double booking impossible even for code that does not lock the
 * row.
 */
@Entity
@Table(name = "appointment_book")
class AppointmentBook {

  /** The row that belongs to no office: a transaction locks it before it creates a book. */
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
