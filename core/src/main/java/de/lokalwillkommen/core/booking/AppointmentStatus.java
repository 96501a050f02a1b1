package de.lokalwillkommen.core.booking;

import java.util.EnumSet;
import java.util.Set;

/** The status of an appointment. */
public enum AppointmentStatus {
  /** Its slot is kept for some minutes while the visitor confirms. */
  HELD,
  /** Confirmed. */
  BOOKED,
  /** The visitor is there and has a ticket in line. */
  CHECKED_IN,
  /** The visitor has been served. */
  COMPLETED,
  /** The visitor did not come, or came and was not served; in that case there is a ticket. */
  NO_SHOW,
  /** Cancelled by the visitor or by staff. */
  CANCELLED,
  /** Not confirmed in time. */
  LAPSED;

  /**
   * The statuses that occupy the slot. An appointment keeps its slot after the visit, as its claims
   * stay.
   */
  public static final Set<AppointmentStatus> TAKING =
      EnumSet.of(HELD, BOOKED, CHECKED_IN, COMPLETED, NO_SHOW);

  private Set<AppointmentStatus> successors() {
    return switch (this) {
      case HELD -> EnumSet.of(BOOKED, CANCELLED, LAPSED);
      case BOOKED -> EnumSet.of(BOOKED, CHECKED_IN, NO_SHOW, CANCELLED);
      case CHECKED_IN -> EnumSet.of(COMPLETED, NO_SHOW);
      // a counsellor's last action can be undone, and a missed visitor may still come
      case COMPLETED, NO_SHOW -> EnumSet.of(CHECKED_IN, COMPLETED, NO_SHOW);
      case CANCELLED, LAPSED -> EnumSet.noneOf(AppointmentStatus.class);
    };
  }

  boolean leadsTo(AppointmentStatus next) {
    return successors().contains(next);
  }

  /** Whether the visitor is still to come. */
  public boolean isOpen() {
    return this == HELD || this == BOOKED;
  }
}
