package de.lokalwillkommen.core.ticketing;

import java.util.EnumSet;
import java.util.Set;

/** The status of a ticket. */
public enum TicketStatus {
  /** In the line. */
  WAITING,
  /** Called to a counter, but not there yet. */
  CALLED,
  /** At the counter. */
  SERVING,
  /** Taken out of the line for a while, by the visitor or by a counsellor. */
  PARKED,
  /** Served. */
  DONE,
  /** Called, but did not come. */
  NO_SHOW,
  /** Left without being served. */
  CANCELLED,
  /** The day ended before it was called. */
  EXPIRED;

  private Set<TicketStatus> successors() {
    return switch (this) {
      case WAITING -> EnumSet.of(CALLED, PARKED, CANCELLED, EXPIRED);
      case CALLED -> EnumSet.of(SERVING, WAITING, PARKED, NO_SHOW, CANCELLED);
      case SERVING -> EnumSet.of(DONE, WAITING, PARKED);
      case PARKED -> EnumSet.of(WAITING, CALLED, CANCELLED, EXPIRED);
      case NO_SHOW -> EnumSet.of(WAITING);
      case DONE, CANCELLED, EXPIRED -> EnumSet.noneOf(TicketStatus.class);
    };
  }

  /** Whether a ticket may change from this status directly to that one. */
  public boolean leadsTo(TicketStatus next) {
    return successors().contains(next);
  }

  /** Whether the visit is over; a no-show may still be resumed on the same day. */
  public boolean isOver() {
    return switch (this) {
      case DONE, NO_SHOW, CANCELLED, EXPIRED -> true;
      case WAITING, CALLED, SERVING, PARKED -> false;
    };
  }

  /** Whether the ticket occupies a counter. */
  public boolean isAtCounter() {
    return this == CALLED || this == SERVING;
  }
}
