package de.lokalwillkommen.core.arranging;

import de.lokalwillkommen.core.kernel.ReadModel;
import de.lokalwillkommen.core.offices.Office;
import de.lokalwillkommen.core.offices.OfficeArrangements;
import de.lokalwillkommen.core.offices.Offices;
import de.lokalwillkommen.core.offices.Topic;
import jakarta.inject.Inject;
import java.util.List;

/** The catalogue of topics as its editors see it. */
@ReadModel
public class TopicPlan {

  private OfficeArrangements arrangements;
  private Offices offices;

  protected TopicPlan() {}

  @Inject
  TopicPlan(OfficeArrangements arrangements, Offices offices) {
    this.arrangements = arrangements;
    this.offices = offices;
  }

  /** All topics, also those that are given up, in the order in which they are shown. */
  public List<TopicSettings> list() {
    List<Office> all = offices.list();
    return arrangements.listTopics().stream().map(topic -> settings(topic, all)).toList();
  }

  private static TopicSettings settings(Topic topic, List<Office> all) {
    return new TopicSettings(
        topic.id(),
        topic.version(),
        topic.data(),
        topic.isRetired(),
        all.stream().filter(office -> office.hasTopic(topic.id())).map(Office::name).toList());
  }
}
