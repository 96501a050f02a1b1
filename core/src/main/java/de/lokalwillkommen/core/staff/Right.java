package de.lokalwillkommen.core.staff;

/** What a person may be allowed to do. {@link Rights} says which roles may, and where. */
public enum Right {
  /** Sees the line and the appointments of an office, calls, serves and books. */
  SERVE_VISITORS,
  /** Arranges when an office has time for appointments, and the terms of booking. */
  ARRANGE_AVAILABILITY,
  /** Changes an office: its data, hours, counters and topics. */
  ARRANGE_OFFICE,
  /** Founds an office, and closes one for good. */
  FOUND_OFFICES,
  /** Changes the catalogue of topics, which all offices share. */
  ARRANGE_TOPICS,
  /**
   * Changes the texts that visitors meet, in all offices, and notes that a language was checked.
   */
  EDIT_TEXTS,
  /** Changes how the installation names itself: its name, logo and legal addresses. */
  ARRANGE_INSTALLATION,
  /** Reads how long visitors of an office wait for an appointment. */
  READ_LEAD_TIMES,
  /** Reads what has been changed in an office, when and by whom. */
  READ_HISTORY,
  /**
   * Invites people, changes their roles and ends their access; an office lead counsellors of the
   * own organisation only.
   */
  MANAGE_PEOPLE,
  /** Pairs kiosks, boards and tablets of an office, renames and moves them, and ends pairings. */
  MANAGE_DEVICES,
  /** Arranges how people sign in: whether administrators need a second factor. */
  ARRANGE_SIGN_IN,
  /** Arranges of which events other programs are told, and where. */
  MANAGE_WEBHOOKS
}
