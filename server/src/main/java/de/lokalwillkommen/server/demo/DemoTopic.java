package de.lokalwillkommen.server.demo;

import java.util.List;

/**
 * A topic of the demo, offered by every office.
 *
 * @param pictogram its name among the Material Symbols
 * @param weight how many of a hundred visitors come for it
 */
record DemoTopic(String id, String pictogram, String audience, int usualMinutes, int weight) {
  private static final String ANYONE = "ANY";

  static final List<DemoTopic> ALL =
      List.of(
          new DemoTopic("housing", "home", ANYONE, 30, 16),
          new DemoTopic("letters", "mail", ANYONE, 15, 22),
          new DemoTopic("money", "euro", ANYONE, 25, 14),
          new DemoTopic("work", "work", ANYONE, 30, 10),
          new DemoTopic("school", "school", ANYONE, 25, 9),
          new DemoTopic("german", "translate", ANYONE, 20, 8),
          new DemoTopic("family", "family_restroom", ANYONE, 30, 6),
          new DemoTopic("residence", "account_balance", ANYONE, 35, 9),
          new DemoTopic("volunteering", "volunteer_activism", "VOLUNTEER", 20, 2),
          new DemoTopic("other", "more_horiz", ANYONE, 20, 4));
}
