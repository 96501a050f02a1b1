package de.lokalwillkommen.core.booking;

import java.util.EnumSet;
import java.util.Set;

/** Where an appointment stands. */
public enum AppointmentStatus {
  /** Its slot is kept for some minutes while the visitor confirms. */
  HELD,
  /** Confirmed. */
  BOOKED,
  /** The visitor is there and stands in line with a ticket. */
  CHECKED_IN,
  /** The visitor has been served. */
  COMPLETED,
  /** The visitor did not come, or came and was not served: then there is a ticket. */
  NO_SHOW,
  /** Given up by the visitor or by staff. */
  CANCELLED,
  /** Never confirmed in time. */
  LAPSED;

  /** Those whose slot is taken: it stays so when the visit is over, as their claims do. */
  public static final Set<AppointmentStatus> TAKING =
      EnumSet.of(HELD, BOOKED, CHECKED_IN, COMPLETED, NO_SHOW);

  private Set<AppointmentStatus> successors() {
    return switch (this) {
      case HELD -> EnumSet.of(BOOKED, CANCELLED, LAPSED);
      case BOOKED -> EnumSet.of(BOOKED, CHECKED_IN, NO_SHOW, CANCELLED);
      case CHECKED_IN -> EnumSet.of(COMPLETED, NO_SHOW);
      // a counsellor's last click can be taken back, and somebody missed may turn up again
      case COMPLETED, NO_SHOW -> EnumSet.of(CHECKED_IN, COMPLETED, NO_SHOW);
      case CANCELLED, LAPSED -> EnumSet.noneOf(AppointmentStatus.class);
    };
  }

  boolean leadsTo(AppointmentStatus next) {
    return successors().contains(next);
  }

  /** Whether its visitor is still to come. */
  public boolean isOpen() {
    return this == HELD || this == BOOKED;
  }
}
