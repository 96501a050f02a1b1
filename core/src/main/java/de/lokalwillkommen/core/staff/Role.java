package de.lokalwillkommen.core.staff;

/** What somebody may do. */
public enum Role {
  /** Calls and serves visitors of one office. */
  COUNSELLOR,
  /** Arranges one office. */
  OFFICE_LEAD,
  /** Reads the figures of all offices. */
  COORDINATION,
  /** Arranges everything. */
  ADMIN,
  /** Reads who changed what. */
  AUDITOR;

  /** Whether it is among its work to see and serve the visitors of an office. */
  public boolean servesVisitors() {
    return switch (this) {
      case COUNSELLOR, OFFICE_LEAD, ADMIN -> true;
      case COORDINATION, AUDITOR -> false;
    };
  }
}
