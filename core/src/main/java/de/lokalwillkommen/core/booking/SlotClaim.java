package de.lokalwillkommen.core.booking;

import de.lokalwillkommen.core.timetable.Place;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;

/**
 * The row that makes a double booking impossible: one desk for five minutes, under a unique
 * constraint. An appointment claims as many cells as it is long, so the constraint works between
 * appointments of different lengths, even after the slot length has changed.
 */
@Entity
@Table(name = "slot_claim")
class SlotClaim {

  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "lw_ids")
  private Long id;

  @Column(name = "availability_id")
  private long availability;

  private int desk;

  @Column(name = "cell_at")
  private Instant cell;

  @Column(name = "appointment_id")
  private long appointment;

  protected SlotClaim() {}

  private SlotClaim(Place place, Instant cell, long appointment) {
    this.availability = place.availability();
    this.desk = place.desk();
    this.cell = cell;
    this.appointment = appointment;
  }

  /** The claims of an appointment on its place. */
  static List<SlotClaim> of(Place place, long appointment) {
    return place.cells().map(cell -> new SlotClaim(place, cell, appointment)).toList();
  }

  long appointment() {
    return appointment;
  }
}
