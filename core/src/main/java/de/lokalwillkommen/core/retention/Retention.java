package de.lokalwillkommen.core.retention;

import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAmount;
import java.util.List;
import java.util.Optional;

/**
 * The schedule of deletion: what is stored, in which tables, for how long after it is no longer
 * needed, and which job ends it. Expiry itself is decided when data is read; a late job shows
 * nothing longer.
 */
public enum Retention {
  /** Tickets and what happened to them, after the office's closing. */
  TICKETS(Duration.ofHours(2), ForgettingJob.VISITS, "ticket", "ticket_event"),
  /** Who has done what with a ticket, and notes for colleagues, after the office's closing. */
  DAY(Duration.ZERO, ForgettingJob.DAY, "ticket_act", "colleague_note"),
  /**
   * Orders for one day, with an announcement in the office's own words, after their day: a week, in
   * case that a wrong clock was ahead.
   */
  ORDERS(Duration.ofDays(7), ForgettingJob.DAY, "office_day", "office_day_text"),
  /** Information at the door, counted without a ticket, after its day. */
  ENQUIRIES(Duration.ZERO, ForgettingJob.VISITS, "enquiry"),
  /** Who sat at which counter, after the end of the shift: working times. */
  SHIFTS(Duration.ofHours(24), ForgettingJob.VISITS, "counter_shift"),
  /**
   * Mail addresses and session identifiers of appointments, after their slot; a cancelled one loses
   * them at once. The promise is 48 hours.
   */
  CONTACTS(Duration.ofHours(24), ForgettingJob.APPOINTMENTS),
  /** Appointments with their code, history, claims, letters and offers, after their slot. */
  APPOINTMENTS(
      Duration.ofHours(48),
      ForgettingJob.APPOINTMENTS,
      "appointment",
      "appointment_event",
      "slot_claim",
      "slot_offer",
      "letter"),
  /** Places on the waitlist, after their end; their address goes at the end itself. */
  WAITLIST(Duration.ofHours(48), ForgettingJob.WAITLIST, "waitlist_entry"),
  /**
   * Messages to other programs, delivered or waiting. They name no person, but a number and times,
   * so they stay only as long as they are repeated.
   */
  WEBHOOKS(Duration.ofHours(48), ForgettingJob.WEBHOOKS, "webhook_delivery"),
  /** Messages to other programs that could not be delivered, for a week to send them again. */
  DEAD_WEBHOOKS(Duration.ofDays(7), ForgettingJob.WEBHOOKS),
  /** The one history: role and pseudonym of those who changed something. */
  HISTORY(Period.ofMonths(12), ForgettingJob.HISTORY, "history_entry"),
  /** Sign-ins, after their last use. */
  SIGN_INS(Duration.ofHours(4), ForgettingJob.SIGN_INS, "sign_in", "provider_session"),
  /** Requests of devices that ask to be paired, after their ten minutes. */
  CODES(Duration.ZERO, ForgettingJob.CODES, "device_pairing"),
  /** Log files of a server, with shortened addresses at most, after their last line. */
  LOGS(Duration.ofDays(30), null),
  /** Regular backups; the newest two stay in any case. */
  BACKUPS(Duration.ofDays(30), null),
  /** Backups that a start makes before it changes the schema. */
  UPGRADE_BACKUPS(Duration.ofDays(30), null),
  /** Accounts of staff: kept until an administrator ends them. */
  STAFF(
      null,
      null,
      "counsellor",
      "second_factor",
      "second_factor_rule",
      "invitation",
      "federated_account",
      "organisation"),
  /** Facts about visits without a way back to a person; kept for the evaluation. */
  FACTS(null, null, "visit", "visit_property", "numbers_gone", "lead_time"),
  /** What staff arranges: offices, hours, topics, texts, devices, webhooks. No visitors. */
  ARRANGEMENTS(
      null,
      null,
      "office",
      "opening_rule",
      "closure",
      "counter",
      "topic",
      "office_topic",
      "office_topic_rule",
      "topic_slots",
      "availability",
      "availability_exception",
      "own_text",
      "text_language",
      "installation_profile",
      "installation_logo",
      "device",
      "claim_mapping",
      "webhook"),
  /** Counters, locks and facts of the servers. No people. */
  MACHINERY(
      null,
      null,
      "office_line",
      "appointment_book",
      "waitlist_turn",
      "people_turn",
      "text_turn",
      "lease",
      "installation",
      "setup_code",
      "known_time",
      "pulse",
      "flyway_schema_history");

  private final TemporalAmount kept;
  private final ForgettingJob job;
  private final List<String> tables;

  Retention(TemporalAmount kept, ForgettingJob job, String... tables) {
    this.kept = kept;
    this.job = job;
    this.tables = List.of(tables);
  }

  /** How long it is kept; empty if no time ends it. */
  public Optional<TemporalAmount> kept() {
    return Optional.ofNullable(kept);
  }

  /** The job that deletes it; empty if none in the database does. */
  public Optional<ForgettingJob> job() {
    return Optional.ofNullable(job);
  }

  /** The tables of which whole rows belong to it. */
  public List<String> tables() {
    return tables;
  }

  /**
   * The period as a duration.
   *
   * @throws IllegalStateException if it is counted in months or has no end
   */
  public Duration duration() {
    if (kept instanceof Duration duration) {
      return duration;
    }
    throw new IllegalStateException(name() + " is not kept for a duration");
  }

  /** What ended before the returned time is no longer kept. */
  public Instant keptFrom(Instant now) {
    return now.atZone(ZoneOffset.UTC).minus(kept).toInstant();
  }
}
