package de.lokalwillkommen.core.arranging;

import de.lokalwillkommen.core.offices.TopicData;
import java.util.List;

/**
 * A topic as its editors see it.
 *
 * @param id also the key of its label in the bundles ({@code topic.<id>})
 * @param version the state, to be sent with a change
 * @param retired whether it is given up in all offices
 * @param offices the names of the offices that advise on it, or would if it were not given up
 */
public record TopicSettings(
    String id, int version, TopicData data, boolean retired, List<String> offices) {

  public TopicSettings {
    offices = List.copyOf(offices);
  }
}
