package de.lokalwillkommen.core.availability;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** One entry in the history of an office's availability: who changed what, never changed again. */
@Entity
@Table(name = "availability_change")
class AvailabilityChange {

  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "lw_ids")
  private Long id;

  @Column(name = "office_id")
  private String office;

  @Column(name = "changed_at")
  private Instant at;

  @Column(name = "counsellor_id")
  private long counsellor;

  @Enumerated(EnumType.STRING)
  private AvailabilityAction action;

  @Column(name = "before_change")
  private String before;

  @Column(name = "after_change")
  private String after;

  protected AvailabilityChange() {}

  /**
   * @param before the previous arrangement, in {@link ArrangementNotation}; the empty string if
   *     there was none
   * @param after the new arrangement; the empty string if it was removed
   */
  AvailabilityChange(
      String office,
      long counsellor,
      AvailabilityAction action,
      String before,
      String after,
      Instant at) {
    this.office = office;
    this.counsellor = counsellor;
    this.action = action;
    this.before = before;
    this.after = after;
    this.at = at;
  }

  String office() {
    return office;
  }

  Instant at() {
    return at;
  }

  long counsellor() {
    return counsellor;
  }

  AvailabilityAction action() {
    return action;
  }

  String before() {
    return before;
  }

  String after() {
    return after;
  }
}
