package de.lokalwillkommen.core.staff;

/** What a person may be allowed to do. {@link Rights} says which roles may, and where. */
public enum Right {
  /**
   * Chooses at each sign-in in which office to work; people who belong to an office work in that
   * one.
   */
  CHOOSE_WORKPLACE,
  /**
   * Sees the line, the appointments and the waitlist of an office, calls, serves and books; finds
   * an appointment of any office by its code.
   */
  SERVE_VISITORS,
  /** Sees in the history of a number of today who has done what; for the day only. */
  SEE_WHO_ACTED,
  /** Corrects the outcome of any visit of today; who has ended a visit corrects that one. */
  CORRECT_OUTCOMES,
  /**
   * Sees the day of an office at a glance and orders what applies today: no more numbers, another
   * closing time, an announcement.
   */
  LEAD_DAY,
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
   * Invites people, changes their roles and ends their access; those who do not manage all people
   * manage counsellors only.
   */
  MANAGE_PEOPLE,
  /** Pairs kiosks, boards and tablets of an office, renames and moves them, and ends pairings. */
  MANAGE_DEVICES,
  /** Arranges how people sign in: whether administrators need a second factor. */
  ARRANGE_SIGN_IN,
  /** Arranges of which events other programs are told, and where. */
  MANAGE_WEBHOOKS
}
