package de.lokalwillkommen.core.ticketing;

import de.lokalwillkommen.core.kernel.Refusal;
import de.lokalwillkommen.core.kernel.Refusal.Kind;
import de.lokalwillkommen.core.kernel.WordSetAsText;
import de.lokalwillkommen.core.offices.Office;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Embeddable;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The result of a consultation, as far as the evaluation needs it: no names, no free text. The
 * evaluation reads it, and the person who corrects it.
 */
@Embeddable
public class Outcome {

  /** The column's length for all topics together, separated by commas. */
  private static final int LONGEST = 400;

  @Column(name = "first_visit")
  private Boolean firstVisit;

  @Column(name = "counts_for_amif")
  private Boolean countsForAmif;

  @Convert(converter = ReferralAsCode.class)
  private Referral referral;

  @Column(name = "outcome_topics")
  @Convert(converter = WordSetAsText.class)
  private Set<String> topics;

  protected Outcome() {}

  /**
   * @param firstVisit whether the visitor was here for the first time
   * @param countsForAmif whether the visit counts for the AMIF indicators
   * @param referral the kind of service to which the visitor was referred, if any
   * @param topics the topics dealt with; they may differ from the one chosen at the kiosk
   */
  public Outcome(
      boolean firstVisit, boolean countsForAmif, Optional<Referral> referral, Set<String> topics) {
    this.firstVisit = firstVisit;
    this.countsForAmif = countsForAmif;
    this.referral = referral.orElse(null);
    // in one order, so that the ticket and its events say the same
    this.topics = Collections.unmodifiableSet(new TreeSet<>(topics));
  }

  /** An outcome that holds only this topic. */
  public static Outcome about(String topic) {
    return new Outcome(false, false, Optional.empty(), Set.of(topic));
  }

  /**
   * Why the outcome is not valid for a ticket of an office; empty if it is. Valid topics are those
   * on which the office advises, and the ticket's own, which another office may have transferred.
   */
  public Optional<Refusal> objection(Ticket ticket, Office office) {
    if (topics.stream().anyMatch(t -> !t.equals(ticket.topic()) && office.findTopic(t).isEmpty())) {
      return Optional.of(unfit("topic.unknown"));
    }
    return String.join(",", topics).length() > LONGEST
        ? Optional.of(unfit("outcome.topics"))
        : Optional.empty();
  }

  /** Whether the visitor was here for the first time; empty if nothing was entered. */
  public Optional<Boolean> firstVisit() {
    return Optional.ofNullable(firstVisit);
  }

  /** Whether the visit counts for the funding programme; empty if nothing was entered. */
  public Optional<Boolean> countsForAmif() {
    return Optional.ofNullable(countsForAmif);
  }

  /** The kind of service to which the visitor was referred. */
  public Optional<Referral> referral() {
    return Optional.ofNullable(referral);
  }

  /** The topics dealt with. */
  public Set<String> topics() {
    return topics == null ? Set.of() : Set.copyOf(topics);
  }

  /** An equal value, for another row. */
  Outcome copy() {
    return new Outcome(
        Boolean.TRUE.equals(firstVisit), Boolean.TRUE.equals(countsForAmif), referral(), topics());
  }

  private static Refusal unfit(String key) {
    return Refusal.of(Kind.INVALID, key).with("field", "topics");
  }
}
