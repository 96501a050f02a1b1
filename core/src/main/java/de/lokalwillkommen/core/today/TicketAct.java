package de.lokalwillkommen.core.today;

import de.lokalwillkommen.core.staff.SignedIn;
import de.lokalwillkommen.core.ticketing.TicketEvent;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;

/**
 * Who has made one change of a ticket. The entry in the ticket's history does not say it and stays;
 * this goes with the day.
 */
@Entity
@Table(name = "ticket_act")
public class TicketAct {

  @Id
  @Column(name = "event_id")
  private long event;

  @Column(name = "ticket_id")
  private long ticket;

  @Column(name = "office_id")
  private String office;

  @Column(name = "counter_id")
  private Long counter;

  private Integer step;

  @Column(name = "counsellor_id")
  private long counsellor;

  @Column(name = "acted_at")
  private Instant at;

  protected TicketAct() {}

  /**
   * @param done the entry in the history, stored already
   * @param who the person who has done it
   */
  public TicketAct(TicketEvent done, SignedIn who) {
    this.event = done.id();
    this.ticket = done.ticket();
    this.office = done.office();
    this.counter = who.counter().orElse(null);
    this.step = done.step().orElse(null);
    this.counsellor = who.counsellor();
    this.at = done.at();
  }

  /** The identifier of the entry in the ticket's history. */
  public long event() {
    return event;
  }

  public long ticket() {
    return ticket;
  }

  /** The slug of the office in whose line the ticket stands afterwards. */
  public String office() {
    return office;
  }

  /** The counter at which the person worked; empty for a person at none. */
  public Optional<Long> counter() {
    return Optional.ofNullable(counter);
  }

  /** The number of the step; empty for a change that cannot be undone. */
  public Optional<Integer> step() {
    return Optional.ofNullable(step);
  }

  public long counsellor() {
    return counsellor;
  }

  public Instant at() {
    return at;
  }

  /** Whether another person has done it. */
  public boolean isOfOther(SignedIn someone) {
    return counsellor != someone.counsellor();
  }
}
