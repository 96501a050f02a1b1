package de.lokalwillkommen.core.ticketing;

import de.lokalwillkommen.core.kernel.time.TrustedTime;
import de.lokalwillkommen.core.offices.Office;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.LockModeType;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;

/**
 * The line of one office as one row. Every change of the line locks this row first, so changes of
 * one office run one after another on any number of servers: numbers have no gap, two counters
 * never get the same visitor, and every change has its own version.
 */
@Entity
@Table(name = "office_line")
@NamedQuery(
    name = OfficeLine.LOCK,
    query = "select l from OfficeLine l where l.office = :office",
    lockMode = LockModeType.PESSIMISTIC_WRITE)
public class OfficeLine {

  /** A named query, so that its statement is built once: a find with a lock builds it each time. */
  static final String LOCK = "OfficeLine.lock";

  @Id
  @Column(name = "office_id")
  private String office;

  @Column(name = "business_day")
  private LocalDate day;

  @Column(name = "walk_ins")
  private int walkIns;

  private int appointments;

  /** Whether a ticket with a key later than its arrival has been transferred here today. */
  @Column(name = "later_keys")
  private boolean laterKeys;

  private int waiting;

  private long calls;

  private long version;

  @Column(name = "last_arrival")
  private Instant lastArrival;

  @Column(name = "settled_at")
  private Instant settledAt;

  protected OfficeLine() {}

  public OfficeLine(String office, LocalDate day) {
    this.office = office;
    this.day = day;
  }

  public String office() {
    return office;
  }

  /** The business day to which numbers and counts belong. */
  public LocalDate day() {
    return day;
  }

  /**
   * The present business day of the office. Clocks of servers differ by some seconds: the first
   * server whose clock shows midnight begins the day, and the others follow, so that a ticket has
   * the same day on all servers. A line that is further ahead was begun by a clock that was wrong.
   */
  public LocalDate dayAt(Office present, Instant now) {
    LocalDate today = present.dayOf(now).date();
    LocalDate soonest = present.dayOf(now.plus(TrustedTime.TOLERANCE)).date();
    return day.isAfter(today) && !day.isAfter(soonest) ? day : today;
  }

  /** The line now; no visitor waits in it if it has not been used on this day. */
  LineToday at(Office present, Instant now) {
    LocalDate today = dayAt(present, now);
    return new LineToday(today, version, day.equals(today) ? waiting : 0);
  }

  /** The number of people waiting now. */
  public int waiting() {
    return waiting;
  }

  /** Grows by one with every change, over days, restarts and servers. */
  public long version() {
    return version;
  }

  /** The next free number of a series. */
  TicketNumber nextNumber(Series series) {
    return new TicketNumber(
        series,
        switch (series) {
          case A -> ++walkIns;
          case T -> ++appointments;
        });
  }

  /** The next place in the sequence of calls. */
  public long nextCall() {
    return ++calls;
  }

  /** The arrival time of a visitor who arrives now: never before that of an earlier visitor. */
  Instant arrival(Instant now) {
    if (lastArrival == null || lastArrival.isBefore(now)) {
      lastArrival = now;
    }
    return lastArrival;
  }

  /** Records when time alone last ended a ticket. */
  void settled(Instant now) {
    settledAt = now;
  }

  /** Whether time alone has ended a ticket later than now, because the clock was ahead. */
  boolean wasSettledAfter(Instant now) {
    return settledAt != null && settledAt.isAfter(now);
  }

  /**
   * Whether a ticket may stand behind a visitor who arrives now: that of an appointment which was
   * checked in early, here or in an office that has transferred it.
   */
  boolean mayHaveLaterKeys() {
    return appointments > 0 || laterKeys;
  }

  /** Counts a change of one of its tickets and returns the line's new version. */
  long note(TicketEvent event) {
    waiting += event.waitingMore();
    return ++version;
  }

  /** Counts a change of what is ordered for the day, which boards and kiosks show with the line. */
  long noteOrders() {
    return ++version;
  }

  /** Counts a ticket that leaves for another office's line, and returns the new version. */
  long noteGone(Ticket ticket) {
    if (ticket.status() == TicketStatus.WAITING) {
      waiting--;
    }
    return ++version;
  }

  /** Counts a ticket transferred here from another office's line, and returns the new version. */
  long noteArrived(Ticket ticket, Instant now) {
    laterKeys |= ticket.key().isAfter(now);
    if (ticket.status() == TicketStatus.WAITING) {
      waiting++;
    }
    return ++version;
  }

  /** Begins a new day, on which numbers start again. */
  void beginDay(LocalDate today) {
    day = today;
    walkIns = 0;
    appointments = 0;
    laterKeys = false;
    waiting = 0;
    calls = 0;
    lastArrival = null;
  }

  /**
   * Goes back to a day that is not over, when the clock was ahead and a later one had begun.
   *
   * @param left the counters of the line on that day
   */
  void turnBackTo(LocalDate today, LineCounts left) {
    day = today;
    walkIns = left.walkIns();
    appointments = left.appointments();
    laterKeys = true; // whether one came before is not known any more
    waiting = left.waiting();
    calls = left.calls();
    lastArrival = null;
    settledAt = null;
  }
}
