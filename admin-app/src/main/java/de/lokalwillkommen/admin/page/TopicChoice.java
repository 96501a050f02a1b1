package de.lokalwillkommen.admin.page;

import de.lokalwillkommen.core.offices.OfficeProfile.TopicProfile;

/**
 * A topic to choose.
 *
 * @param id also the key of its label, below {@code topic.}
 * @param pictogram the icon beside it
 */
public record TopicChoice(String id, String pictogram) {

  /** The choice of a topic of an office. */
  public static TopicChoice of(TopicProfile topic) {
    return new TopicChoice(topic.id(), topic.pictogram());
  }
}
