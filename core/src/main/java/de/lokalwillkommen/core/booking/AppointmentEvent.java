package de.lokalwillkommen.core.booking;

import de.lokalwillkommen.core.ticketing.Actor;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * One entry in the history of an appointment: stored in the transaction of the change, never
 * changed afterwards.
 */
@Entity
@Table(name = "appointment_event")
public class AppointmentEvent {

  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "lw_ids")
  private Long id;

  @Column(name = "appointment_id")
  private long appointment;

  @Column(name = "office_id")
  private String office;

  @Enumerated(EnumType.STRING)
  private AppointmentAction action;

  @Enumerated(EnumType.STRING)
  @Column(name = "from_status")
  private AppointmentStatus from;

  @Enumerated(EnumType.STRING)
  @Column(name = "to_status")
  private AppointmentStatus to;

  @Column(name = "happened_at")
  private Instant at;

  @Enumerated(EnumType.STRING)
  private Actor actor;

  @Column(name = "starts_at")
  private Instant start;

  @Column(name = "requested_at")
  private Instant requestedAt;

  protected AppointmentEvent() {}

  /**
   * Refers to the appointment by its identifier, so the appointment must have been added before.
   */
  AppointmentEvent(
      Appointment appointment,
      AppointmentAction action,
      AppointmentStatus from,
      Actor actor,
      Instant at) {
    this.appointment = appointment.id();
    this.office = appointment.office();
    this.action = action;
    this.from = from;
    this.to = appointment.status();
    this.at = at;
    this.actor = actor;
    this.start = appointment.start();
    this.requestedAt = appointment.requestedAt();
  }

  long appointment() {
    return appointment;
  }

  String office() {
    return office;
  }

  /** What was done. */
  public AppointmentAction action() {
    return action;
  }

  Optional<AppointmentStatus> from() {
    return Optional.ofNullable(from);
  }

  AppointmentStatus to() {
    return to;
  }

  /** The lead time: from the first request to the slot. */
  public Duration lead() {
    return Duration.between(requestedAt, start);
  }

  Instant at() {
    return at;
  }

  Actor actor() {
    return actor;
  }
}
