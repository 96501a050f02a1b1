package de.lokalwillkommen.core.staff;

import de.lokalwillkommen.core.kernel.Words;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/**
 * A counsellor working at a counter, from signing in there until leaving. Two counsellors may share
 * a counter as a tandem.
 */
@Entity
@Table(name = "counter_shift")
public class CounterShift {

  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "lw_ids")
  private Long id;

  @Column(name = "office_id")
  private String office;

  @Column(name = "counter_id")
  private long counter;

  @Column(name = "counsellor_id")
  private long counsellor;

  @Enumerated(EnumType.STRING)
  private Presence presence;

  @Convert(converter = Words.class)
  private Set<String> languages;

  @Convert(converter = Words.class)
  private Set<String> topics;

  @Column(name = "began_at")
  private Instant beganAt;

  @Column(name = "ended_at")
  private Instant endedAt;

  protected CounterShift() {}

  public CounterShift(String office, long counter, long counsellor, Skills skills, Instant now) {
    this.office = office;
    this.counter = counter;
    this.counsellor = counsellor;
    this.presence = Presence.AVAILABLE;
    this.languages = skills.languages();
    this.topics = skills.topics();
    this.beganAt = now;
  }

  public String office() {
    return office;
  }

  public long counter() {
    return counter;
  }

  public long counsellor() {
    return counsellor;
  }

  public Presence presence() {
    return presence;
  }

  public Skills skills() {
    return new Skills(languages, topics);
  }

  /** Whether the shift is active; a shift without a sign-out ends after a working day. */
  public boolean isOpen(Instant now) {
    return endedAt == null && now.isBefore(beganAt.plus(SignIn.AT_MOST));
  }

  /**
   * Whether it is active and its counsellor present. A counsellor who has closed the laptop or
   * walked away from it is absent; otherwise visitors would wait for a language that is no longer
   * available.
   *
   * @param theirs the counsellor's sign-ins; a shift without a sign-in at a counter was begun in
   *     another way and counts as present
   */
  boolean isStaffed(Collection<SignIn> theirs, Instant now) {
    List<SignIn> atCounters = theirs.stream().filter(SignIn::isAtCounter).toList();
    return isOpen(now)
        && (atCounters.isEmpty()
            || atCounters.stream().anyMatch(s -> s.isAt(counter) && s.isPresent(now)));
  }

  /** Changes the presence: a break, back again, or other work. */
  public void turnTo(Presence other) {
    presence = other;
  }

  /** Changes the languages and topics at this counter for the rest of the shift. */
  public void offer(Skills skills) {
    languages = skills.languages();
    topics = skills.topics();
  }

  /** Ends the shift; ending it again changes nothing. */
  public void end(Instant now) {
    if (endedAt == null) {
      endedAt = now;
    }
  }
}
