package de.lokalwillkommen.core.booking;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/**
 * The one row that is locked by whoever makes or takes offers: an entry may wait for several
 * offices, whose books are locked one by one.
 */
@Entity
@Table(name = "waitlist_turn")
class WaitlistTurn {

  static final int ONLY = 1;

  @Id private int id;

  private long turns;

  protected WaitlistTurn() {}

  void take() {
    turns++;
  }
}
