package de.lokalwillkommen.core.ticketing;

import de.lokalwillkommen.core.kernel.Words;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Embeddable;
import java.util.Set;

/** What came of a consultation, as far as the evaluation needs it: no names, no free text. */
@Embeddable
public class Outcome {

  @Column(name = "first_visit")
  private Boolean firstVisit;

  @Column(name = "counts_for_amif")
  private Boolean countsForAmif;

  private String referral;

  @Column(name = "outcome_topics")
  @Convert(converter = Words.class)
  private Set<String> topics;

  protected Outcome() {}

  /**
   * @param firstVisit whether the visitor was here for the first time
   * @param countsForAmif whether the visit counts for the AMIF indicators
   * @param referral to whom the visitor was referred, or the empty string
   * @param topics the topics dealt with; may be others than the one chosen at the kiosk
   */
  public Outcome(boolean firstVisit, boolean countsForAmif, String referral, Set<String> topics) {
    this.firstVisit = firstVisit;
    this.countsForAmif = countsForAmif;
    this.referral = referral;
    this.topics = Set.copyOf(topics);
  }

  /** Nothing noted. */
  public static Outcome unnoted() {
    return new Outcome(false, false, "", Set.of());
  }

  public boolean isFirstVisit() {
    return Boolean.TRUE.equals(firstVisit);
  }

  public boolean countsForAmif() {
    return Boolean.TRUE.equals(countsForAmif);
  }

  public String referral() {
    return referral;
  }

  public Set<String> topics() {
    return topics;
  }
}
