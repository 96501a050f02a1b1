package de.lokalwillkommen.core.staff;

/** Whether a person can sign in. */
public enum PersonStatus {
  /** Has not chosen a password yet. */
  INVITED,
  /** May sign in. */
  ACTIVE,
  /** Has left the organisation and cannot sign in. */
  LEFT
}
