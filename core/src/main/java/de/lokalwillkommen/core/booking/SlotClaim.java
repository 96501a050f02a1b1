package de.lokalwillkommen.core.booking;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * The row that makes a double booking impossible: one desk for five minutes, under a unique
 * constraint. An appointment claims as many as it is long, so that it holds against appointments of
 * every other length, also after the length of the slots has been changed.
 */
@Entity
@Table(name = "slot_claim")
class SlotClaim {

  /** The grid on which all appointments begin and end. */
  static final Duration CELL = Duration.ofMinutes(5);

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
    return Stream.iterate(place.start(), c -> c.isBefore(place.end()), c -> c.plus(CELL))
        .map(cell -> new SlotClaim(place, cell, appointment))
        .toList();
  }

  /** Whether so many minutes fill cells without a rest. */
  static boolean isWholeCells(int minutes) {
    return minutes > 0 && minutes % CELL.toMinutes() == 0;
  }

  long appointment() {
    return appointment;
  }
}
