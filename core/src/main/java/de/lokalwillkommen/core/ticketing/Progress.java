package de.lokalwillkommen.core.ticketing;

import de.lokalwillkommen.core.kernel.WordSetAsText;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The progress of a ticket, as one value that is replaced as a whole, so that the previous one can
 * be stored beside it and restored.
 */
@Embeddable
class Progress {

  @Enumerated(EnumType.STRING)
  private TicketStatus status;

  @Column(name = "at_counter")
  private Long counter;

  @Column(name = "call_seq")
  private Long callSeq;

  @Column(name = "called_at")
  private Instant calledAt;

  private Integer recalls;

  @Column(name = "serving_since")
  private Instant servingSince;

  @Column(name = "back_at")
  private Instant backAt;

  @Column(name = "ended_at")
  private Instant endedAt;

  /** When the visitor answered the call; the visitor has been on the way since. */
  @Column(name = "coming_since")
  private Instant comingSince;

  private Instant since;

  /** The organisations whose counsellors have served the visitor, so far. */
  @Convert(converter = WordSetAsText.class)
  private Set<String> organisations;

  protected Progress() {}

  private Progress(Progress from, TicketStatus status, Instant since) {
    if (from != null) {
      counter = from.counter;
      callSeq = from.callSeq;
      calledAt = from.calledAt;
      servingSince = from.servingSince;
      organisations = from.organisations;
    }
    this.recalls = from == null ? 0 : from.recalls;
    this.status = status;
    this.since = since;
  }

  static Progress begun(Instant now) {
    return new Progress(null, TicketStatus.WAITING, now);
  }

  Progress called(long toCounter, long seq, Instant now) {
    Progress next = new Progress(this, TicketStatus.CALLED, now);
    next.counter = toCounter;
    next.callSeq = seq;
    next.calledAt = now;
    next.recalls = 0;
    next.servingSince = null;
    return next;
  }

  Progress recalled(Instant now) {
    Progress next = new Progress(this, status, now);
    next.recalls = recalls + 1;
    return next;
  }

  /** The same progress after the visitor has answered the call. */
  Progress coming(Instant now) {
    Progress next = new Progress(this, status, since);
    next.comingSince = now;
    return next;
  }

  /** The progress of the same visit at another counter. */
  Progress servedAt(long otherCounter, Instant now) {
    Progress next = new Progress(this, status, now);
    next.counter = otherCounter;
    next.since = since;
    return next;
  }

  Progress serving(Set<String> by, Instant now) {
    Progress next = new Progress(this, TicketStatus.SERVING, now).servedBy(by);
    next.servingSince = now;
    return next;
  }

  /** The same progress, in which these organisations have taken part as well. */
  Progress servedBy(Set<String> others) {
    Progress next = new Progress(this, status, since);
    next.comingSince = comingSince;
    next.backAt = backAt;
    next.endedAt = endedAt;
    next.organisations =
        Stream.concat(organisations().stream(), others.stream())
            .collect(Collectors.toCollection(TreeSet::new));
    return next;
  }

  /**
   * The progress back in the line, without a counter and no longer called. It keeps the number of
   * the call, so that none is given twice, and who has served the visitor already.
   */
  Progress waiting(Instant now) {
    Progress next = new Progress(null, TicketStatus.WAITING, now);
    next.callSeq = callSeq;
    next.organisations = organisations;
    return next;
  }

  /** As {@link #waiting}, until the visitor is expected back at the same counter. */
  Progress parked(Instant until, Instant now) {
    Progress next = new Progress(null, TicketStatus.PARKED, now);
    next.callSeq = callSeq;
    next.organisations = organisations;
    next.counter = counter;
    next.backAt = until;
    return next;
  }

  Progress ended(TicketStatus last, Instant now) {
    Progress next = new Progress(this, last, now);
    next.endedAt = now;
    return next;
  }

  /** The progress before the end, as far as it is stored. */
  Progress reopened(TicketStatus before, Instant now) {
    if (before == TicketStatus.PARKED || before == TicketStatus.WAITING) {
      return waiting(now);
    }
    return new Progress(this, before, now);
  }

  /** The same progress with no time later than now. */
  Progress notAfter(Instant now) {
    Progress same = new Progress(this, status, earlier(since, now));
    same.calledAt = earlier(calledAt, now);
    same.servingSince = earlier(servingSince, now);
    same.backAt = earlier(backAt, now);
    same.endedAt = earlier(endedAt, now);
    return same;
  }

  private static Instant earlier(Instant instant, Instant now) {
    return instant != null && instant.isAfter(now) ? now : instant;
  }

  TicketStatus status() {
    return status;
  }

  Long counter() {
    return counter;
  }

  Long callSeq() {
    return callSeq;
  }

  Instant calledAt() {
    return calledAt;
  }

  int recalls() {
    return recalls;
  }

  Instant servingSince() {
    return servingSince;
  }

  Instant backAt() {
    return backAt;
  }

  Instant endedAt() {
    return endedAt;
  }

  Instant comingSince() {
    return comingSince;
  }

  Instant since() {
    return since;
  }

  Set<String> organisations() {
    // in one order, so that the ticket and its events say the same
    return organisations == null
        ? Set.of()
        : Collections.unmodifiableSet(new TreeSet<>(organisations));
  }
}
