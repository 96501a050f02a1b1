package de.lokalwillkommen.core.offices;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.util.Optional;
import java.util.OptionalInt;

/** What an office decides about a topic of the catalogue, as one value. */
@Embeddable
public class TopicRule {

  /** The office follows the catalogue. */
  public static final TopicRule NONE = new TopicRule(Optional.empty(), Optional.empty());

  private static final int MOST_PLACES = 100;

  private Integer place;

  @Column(name = "usual_minutes")
  private Integer usualMinutes;

  protected TopicRule() {}

  /**
   * @param place the place among the topics of the office, 1 to 100; empty to follow those that
   *     have one, in the order of the catalogue
   * @param usualMinutes how long a consultation on it usually takes in this office, 5 to 240
   *     minutes; empty for as long as the catalogue says
   * @throws de.lokalwillkommen.core.kernel.Refused {@code INVALID} if a number does not fit
   */
  public TopicRule(Optional<Integer> place, Optional<Integer> usualMinutes) {
    place.ifPresent(p -> EnteredValue.number("topicPlace", p, 1, MOST_PLACES));
    usualMinutes.ifPresent(
        m ->
            EnteredValue.number(
                "topicMinutes", m, TopicData.LEAST_MINUTES, TopicData.MOST_MINUTES));
    this.place = place.orElse(null);
    this.usualMinutes = usualMinutes.orElse(null);
  }

  /** The place among the topics of the office, if it has decided on one. */
  public OptionalInt place() {
    return place == null ? OptionalInt.empty() : OptionalInt.of(place);
  }

  /** How many minutes a consultation usually takes here, if the office has decided on that. */
  public OptionalInt usualMinutes() {
    return usualMinutes == null ? OptionalInt.empty() : OptionalInt.of(usualMinutes);
  }

  /** Whether the office follows the catalogue. */
  public boolean isEmpty() {
    return place == null && usualMinutes == null;
  }
}
