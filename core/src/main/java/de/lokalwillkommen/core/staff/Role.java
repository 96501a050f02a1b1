package de.lokalwillkommen.core.staff;

/** The role of a person: what they may do, and which work is theirs. */
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

  /** Whether the role includes serving the visitors of an office. */
  public boolean servesVisitors() {
    return switch (this) {
      case COUNSELLOR, OFFICE_LEAD, ADMIN -> true;
      case COORDINATION, AUDITOR -> false;
    };
  }

  /** Whether the role includes arranging when an office has time. */
  public boolean arrangesOffices() {
    return switch (this) {
      case OFFICE_LEAD, ADMIN -> true;
      case COUNSELLOR, COORDINATION, AUDITOR -> false;
    };
  }

  /** Whether it may see the figures of all offices, not only of its own. */
  public boolean readsFiguresOfAll() {
    return switch (this) {
      case COORDINATION, ADMIN -> true;
      case COUNSELLOR, OFFICE_LEAD, AUDITOR -> false;
    };
  }

  /** Whether the role includes reading the figures of offices. */
  public boolean readsFigures() {
    return switch (this) {
      case OFFICE_LEAD, COORDINATION, ADMIN -> true;
      case COUNSELLOR, AUDITOR -> false;
    };
  }
}
