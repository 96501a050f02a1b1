package de.lokalwillkommen.core.arranging;

import de.lokalwillkommen.core.offices.OfficeData;
import de.lokalwillkommen.core.offices.OfficeProfile.CounterProfile;
import de.lokalwillkommen.core.offices.OpeningTimes;
import de.lokalwillkommen.core.offices.TopicRule;
import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * An office as its editor sees it.
 *
 * @param id the slug
 * @param version the state that a change has to name
 * @param data its name, address and rules
 * @param outpost whether it is a tablet in a borrowed room
 * @param openNow whether it is open at the moment
 * @param ended whether it is closed for good by now
 * @param closedFrom the first day on which it is closed for good
 * @param times when it is open, in the order of the week
 * @param counters its counters in use, in the order in which they are shown
 * @param topics the identifiers of the topics on which it advises
 * @param topicRules what it decides about topics
 * @param catalogue how many minutes a consultation usually takes, by all topics in their order
 */
public record OfficeSettings(
    String id,
    int version,
    OfficeData data,
    boolean outpost,
    boolean openNow,
    boolean ended,
    Optional<LocalDate> closedFrom,
    List<OpeningTimes> times,
    List<CounterProfile> counters,
    Set<String> topics,
    Map<String, TopicRule> topicRules,
    Map<String, Integer> catalogue) {

  public OfficeSettings {
    times = List.copyOf(times);
    counters = List.copyOf(counters);
    topics = Set.copyOf(topics);
    topicRules = Map.copyOf(topicRules);
    catalogue = Collections.unmodifiableMap(new LinkedHashMap<>(catalogue));
  }
}
