package de.lokalwillkommen.core.visits;

/** What a property says about a visit or an appointment. */
public enum PropertyKind {
  /** How many people came. */
  PERSONS,
  /** Its topic when it ended; with the time at counters. */
  TOPIC,
  /** A topic that was dealt with. */
  DEALT_WITH,
  /** The visitor's language; with the time waited. */
  LANGUAGE,
  /** Whether a counsellor at the counter spoke the visitor's language. */
  OWN_LANGUAGE,
  /** An organisation whose staff served it. */
  ORGANISATION,
  /** Whether it was the first visit. */
  FIRST_VISIT,
  /** Whether it counts for the funding programme. */
  COUNTS_FOR_AMIF,
  /** The service to which the visitor was referred. */
  REFERRAL,
  /** The topic of an information without a ticket. */
  ENQUIRY_TOPIC,
  /** The language of an information without a ticket. */
  ENQUIRY_LANGUAGE,
  /** The organisation whose counsellor gave an information without a ticket. */
  ENQUIRY_ORGANISATION,
  /** How an appointment ended; with the lead time. */
  APPOINTMENT,
  /** The topic of an appointment; with the lead time. */
  APPOINTMENT_TOPIC,
  /** The language of an appointment; with the lead time. */
  APPOINTMENT_LANGUAGE
}
