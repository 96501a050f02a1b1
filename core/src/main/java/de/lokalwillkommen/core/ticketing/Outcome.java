package de.lokalwillkommen.core.ticketing;

import de.lokalwillkommen.core.kernel.Refusal;
import de.lokalwillkommen.core.kernel.Refusal.Kind;
import de.lokalwillkommen.core.kernel.Words;
import de.lokalwillkommen.core.offices.Office;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Embeddable;
import java.util.Optional;
import java.util.Set;

/**
 * What came of a consultation, as far as the evaluation needs it: no names, no free text. It is
 * written for the evaluation; nothing in the office's work reads it.
 */
@Embeddable
public class Outcome {

  /** So much can be stored of all topics together, with a comma between them. */
  private static final int LONGEST = 400;

  @Column(name = "first_visit")
  private Boolean firstVisit;

  @Column(name = "counts_for_amif")
  private Boolean countsForAmif;

  @Convert(converter = ReferralAsCode.class)
  private Referral referral;

  @Column(name = "outcome_topics")
  @Convert(converter = Words.class)
  private Set<String> topics;

  protected Outcome() {}

  /**
   * @param firstVisit whether the visitor was here for the first time
   * @param countsForAmif whether the visit counts for the AMIF indicators
   * @param referral to whom the visitor was referred, if to anybody
   * @param topics the topics dealt with; may be others than the one chosen at the kiosk
   */
  public Outcome(
      boolean firstVisit, boolean countsForAmif, Optional<Referral> referral, Set<String> topics) {
    this.firstVisit = firstVisit;
    this.countsForAmif = countsForAmif;
    this.referral = referral.orElse(null);
    this.topics = Set.copyOf(topics);
  }

  /** Nothing noted but that it was about this topic. */
  public static Outcome about(String topic) {
    return new Outcome(false, false, Optional.empty(), Set.of(topic));
  }

  /**
   * Why it cannot be noted for a ticket of an office; empty if it can. What is noted are topics on
   * which the office advises, or the ticket's own, which another office may have handed on.
   */
  public Optional<Refusal> objection(Ticket ticket, Office office) {
    if (topics.stream().anyMatch(t -> !t.equals(ticket.topic()) && office.findTopic(t).isEmpty())) {
      return Optional.of(unfit("topic.unknown"));
    }
    return String.join(",", topics).length() > LONGEST
        ? Optional.of(unfit("outcome.topics"))
        : Optional.empty();
  }

  private static Refusal unfit(String key) {
    return Refusal.of(Kind.INVALID, key).with("field", "topics");
  }
}
