package de.lokalwillkommen.core.retention;

import java.time.Duration;

/** The jobs that delete or anonymise, each under a lease of its name. */
public enum ForgettingJob {
  /**
   * Deletes what is known for the day only: who has done what, notes for colleagues, and later the
   * orders for it.
   */
  DAY("forgetting-today", Duration.ofMinutes(1)),
  /** Turns ended tickets into facts, then deletes the shifts that were needed for them. */
  VISITS("anonymising-visits", Duration.ofMinutes(5)),
  /** Deletes addresses of appointments, then turns past appointments into facts. */
  APPOINTMENTS("forgetting", Duration.ofHours(1)),
  /** Ends places on the waitlist whose days have passed, and deletes ended ones. */
  WAITLIST("forgetting-waitlist", Duration.ofHours(1)),
  /** Deletes delivered and dead messages to other programs. */
  WEBHOOKS("forgetting-webhooks", Duration.ofHours(1)),
  /** Deletes old entries of the history. */
  HISTORY("forgetting-history", Duration.ofHours(1)),
  /** Deletes unused sign-ins. */
  SIGN_INS("forgetting-sign-ins", Duration.ofHours(1)),
  /** Deletes requests of devices that were not answered. */
  CODES("forgetting-codes", Duration.ofHours(1));

  private final String lease;
  private final Duration every;

  ForgettingJob(String lease, Duration every) {
    this.lease = lease;
    this.every = every;
  }

  /** The name of the lease under which it is done. */
  public String lease() {
    return lease;
  }

  /** How long it waits between two rounds. */
  public Duration every() {
    return every;
  }
}
