package de.lokalwillkommen.core.staff;

/** Whether a counsellor at a counter takes visitors. */
public enum Presence {
  /** Takes visitors. */
  AVAILABLE,
  /** Away for a moment. */
  BREAK,
  /** At work, but not for visitors. */
  BACK_OFFICE
}
