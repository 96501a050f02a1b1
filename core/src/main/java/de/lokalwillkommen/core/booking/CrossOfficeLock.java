package de.lokalwillkommen.core.booking;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/**
 * The one row that a change locks, after the books, if it depends on more than these books: whether
 * an address has an appointment in any office, and who gets the offer of a freed place, since an
 * entry of the waitlist may wait for several offices.
 */
@Entity
@Table(name = "waitlist_turn")
class CrossOfficeLock {

  static final int ONLY = 1;

  @Id private int id;

  private long turns;

  protected CrossOfficeLock() {}

  void take() {
    turns++;
  }
}
