package de.lokalwillkommen.core.ticketing;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;

/**
 * One entry in the history of a ticket: stored in the transaction of the change, never changed
 * afterwards. Every figure can be recomputed from these entries.
 */
@Entity
@Table(name = "ticket_event")
public class TicketEvent {

  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "lw_ids")
  private Long id;

  @Column(name = "ticket_id")
  private long ticket;

  @Column(name = "office_id")
  private String office;

  @Enumerated(EnumType.STRING)
  private TicketAction action;

  @Enumerated(EnumType.STRING)
  @Column(name = "from_status")
  private TicketStatus from;

  @Enumerated(EnumType.STRING)
  @Column(name = "to_status")
  private TicketStatus to;

  @Column(name = "happened_at")
  private Instant at;

  @Enumerated(EnumType.STRING)
  private Actor actor;

  @Column(name = "counter_id")
  private Long counter;

  private String reason;

  protected TicketEvent() {}

  TicketEvent(
      Ticket ticket,
      TicketAction action,
      TicketStatus from,
      Actor actor,
      String reason,
      Instant at) {
    this.ticket = ticket.id();
    this.office = ticket.office();
    this.action = action;
    this.from = from;
    this.to = ticket.status();
    this.at = at;
    this.actor = actor;
    this.counter = ticket.counter().orElse(null);
    this.reason = reason;
  }

  /** The same entry with a reason. */
  TicketEvent because(String why) {
    reason = why;
    return this;
  }

  public long ticket() {
    return ticket;
  }

  public String office() {
    return office;
  }

  public TicketAction action() {
    return action;
  }

  /** The status before; empty when the ticket was issued. */
  public Optional<TicketStatus> from() {
    return Optional.ofNullable(from);
  }

  public TicketStatus to() {
    return to;
  }

  public Instant at() {
    return at;
  }

  public Actor actor() {
    return actor;
  }

  public Optional<String> reason() {
    return Optional.ofNullable(reason);
  }

  /** The change of the number of waiting visitors: 1, 0 or -1. */
  int waitingMore() {
    return (to == TicketStatus.WAITING ? 1 : 0) - (from == TicketStatus.WAITING ? 1 : 0);
  }
}
