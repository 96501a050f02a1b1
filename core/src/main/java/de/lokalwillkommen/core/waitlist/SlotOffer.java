package de.lokalwillkommen.core.waitlist;

import de.lokalwillkommen.core.booking.Appointment;
import de.lokalwillkommen.core.kernel.Refusal;
import de.lokalwillkommen.core.kernel.Refusal.Kind;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/**
 * A freed slot that is held for one person on the waitlist until they take it, decline it or it
 * expires; then it goes to the next. An appointment holds the slot meanwhile, so there is at most
 * one open offer for a slot.
 */
@Entity
@Table(name = "slot_offer")
public class SlotOffer {

  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "lw_ids")
  private Long id;

  @Column(name = "entry_id")
  private long entry;

  @Column(name = "appointment_id")
  private long appointment;

  @Column(name = "office_id")
  private String office;

  @Column(name = "starts_at")
  private Instant start;

  @Enumerated(EnumType.STRING)
  private OfferStatus status;

  @Column(name = "offered_at")
  private Instant offeredAt;

  @Column(name = "expires_at")
  private Instant expiresAt;

  @Column(name = "ended_at")
  private Instant endedAt;

  protected SlotOffer() {}

  /** An offer of the place that an appointment holds. */
  SlotOffer(WaitlistEntry entry, Appointment held, Instant now) {
    this.entry = entry.id();
    this.appointment = held.id();
    this.office = held.office();
    this.start = held.start();
    this.status = OfferStatus.OPEN;
    this.offeredAt = now;
    this.expiresAt = held.heldUntil().orElseThrow();
  }

  void end(OfferStatus last, Instant now) {
    if (status != OfferStatus.OPEN) {
      throw Refusal.of(Kind.GONE, "offer.over").with("state", status.name()).asException();
    }
    status = last;
    endedAt = now;
  }

  public long id() {
    return id;
  }

  /** The identifier of the entry to which it is made. */
  public long entry() {
    return entry;
  }

  /** The identifier of the appointment that holds the place. */
  public long appointment() {
    return appointment;
  }

  String office() {
    return office;
  }

  Instant start() {
    return start;
  }

  OfferStatus status() {
    return status;
  }

  /** When it expires. */
  public Instant expiresAt() {
    return expiresAt;
  }

  /** Whether no result has been stored yet. */
  boolean isOpen() {
    return status == OfferStatus.OPEN;
  }

  /** Whether it can still be answered. */
  public boolean isOpenAt(Instant now) {
    return isOpen() && now.isBefore(expiresAt);
  }
}
