package de.lokalwillkommen.core.offices;

import java.time.Duration;
import java.util.List;

/** The topics that every installation knows: their labels are in the bundles. */
public final class UsualTopics {

  private UsualTopics() {}

  /** New topics, in the order in which they are shown. */
  public static List<Topic> list() {
    return List.of(
        topic("housing", "home", 30, 1),
        topic("letters", "mail", 15, 2),
        topic("money", "euro", 25, 3),
        topic("work", "work", 30, 4),
        topic("school", "school", 25, 5),
        topic("german", "translate", 20, 6),
        topic("family", "family_restroom", 30, 7),
        topic("residence", "account_balance", 35, 8),
        topic("volunteering", "volunteer_activism", 20, 9).forVolunteers(),
        topic("other", "more_horiz", 20, 10));
  }

  private static Topic topic(String id, String pictogram, int minutes, int position) {
    return new Topic(id, pictogram, Duration.ofMinutes(minutes), position);
  }
}
