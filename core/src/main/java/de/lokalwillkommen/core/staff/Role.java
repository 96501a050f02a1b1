package de.lokalwillkommen.core.staff;

/** The role of a person. {@link Rights} says what it may do. */
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
  AUDITOR
}
