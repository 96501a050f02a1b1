package de.lokalwillkommen.core.ticketing;

import de.lokalwillkommen.core.kernel.WordSetAsText;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * One entry in the history of a ticket: stored in the transaction of the change, never changed
 * afterwards. It says what the ticket is after the change, so that every figure can be recomputed
 * from these entries. It names organisations, never a person.
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

  private Integer step;

  private Integer persons;

  @Convert(converter = WordSetAsText.class)
  private Set<String> organisations;

  @Embedded private Outcome outcome;

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
    this.persons = ticket.persons();
    this.organisations = ticket.organisations();
    this.outcome = ticket.outcome().map(Outcome::copy).orElse(null);
  }

  /** The same entry as a step of the visit, which can be undone by its number. */
  TicketEvent asStep(int number) {
    step = number;
    return this;
  }

  /** The same entry with a reason. */
  TicketEvent because(String why) {
    reason = why;
    return this;
  }

  /** Its identifier, once it is stored. */
  public long id() {
    return id;
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

  /** The counter at which the ticket is afterwards, or was last. */
  public Optional<Long> counter() {
    return Optional.ofNullable(counter);
  }

  /** The number of the step; empty for a change that is none, such as another language. */
  public Optional<Integer> step() {
    return Optional.ofNullable(step);
  }

  /** How many people come with the ticket afterwards; empty in entries of older versions. */
  public Optional<Integer> persons() {
    return Optional.ofNullable(persons);
  }

  /** The organisations whose counsellors have served the visitor so far. */
  public Set<String> organisations() {
    return organisations == null ? Set.of() : organisations;
  }

  /** The outcome of the visit afterwards, if it has one. */
  public Optional<Outcome> outcome() {
    return Optional.ofNullable(outcome);
  }

  /** The change of the number of waiting visitors: 1, 0 or -1. */
  int waitingMore() {
    return (to == TicketStatus.WAITING ? 1 : 0) - (from == TicketStatus.WAITING ? 1 : 0);
  }
}
