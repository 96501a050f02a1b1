package de.lokalwillkommen.core.offices;

import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * An office as it is arranged, to be shown.
 *
 * @param id the slug, as it appears in addresses
 * @param name its name
 * @param address where it is, if known
 * @param zone the time zone of its clock
 * @param holidayRegion the German state whose public holidays it keeps: the ISO 3166-2 code without
 *     the country
 * @param outpost whether it is a tablet in a borrowed room
 * @param publishesEstimate whether visitors see the estimated wait
 * @param languages the tags of the languages that its kiosk offers, in that order; empty for all
 * @param counters its counters in the order in which they are shown
 * @param topics what it advises on, in the order in which it is shown
 */
public record OfficeProfile(
    String id,
    String name,
    Optional<String> address,
    ZoneId zone,
    Optional<String> holidayRegion,
    boolean outpost,
    boolean publishesEstimate,
    List<String> languages,
    List<CounterProfile> counters,
    List<TopicProfile> topics) {

  public OfficeProfile {
    languages = List.copyOf(languages);
    counters = List.copyOf(counters);
    topics = List.copyOf(topics);
  }

  /**
   * A desk or room to which visitors are called.
   *
   * @param id its identifier
   * @param label what a counsellor picks when signing in, for example {@code 3}
   * @param name what the waiting room reads, for example {@code Raum 3}
   */
  public record CounterProfile(long id, String label, String name) {

    private static CounterProfile of(Counter counter) {
      return new CounterProfile(counter.id(), counter.label(), counter.name());
    }
  }

  /**
   * What a visitor comes for.
   *
   * @param id also the key of its label in the bundles ({@code topic.<id>})
   * @param pictogram the name of the icon that stands beside its label
   * @param audience whom it concerns: {@code ANY} or one audience
   * @param usualDuration how long a consultation on it usually takes
   * @param walkIn whether one may come for it without an appointment
   * @param bookable whether an appointment may be made for it
   */
  public record TopicProfile(
      String id,
      String pictogram,
      String audience,
      Duration usualDuration,
      boolean walkIn,
      boolean bookable) {

    private static TopicProfile of(Office office, Topic topic) {
      return new TopicProfile(
          topic.id(),
          topic.pictogram(),
          topic.audience(),
          office.usualDuration(topic),
          topic.isForWalkIns(),
          topic.isBookable());
    }
  }

  static OfficeProfile of(Office office) {
    return new OfficeProfile(
        office.id(),
        office.name(),
        office.address(),
        office.zone(),
        office.holidayRegion(),
        office.isOutpost(),
        office.publishesEstimate(),
        office.languages(),
        office.counters().stream().map(CounterProfile::of).toList(),
        office.topics().stream().map(topic -> TopicProfile.of(office, topic)).toList());
  }

  /** The counter with that identifier, if it stands in this office. */
  public Optional<CounterProfile> findCounter(long counter) {
    return counters.stream().filter(c -> c.id() == counter).findFirst();
  }

  /** The topic, if the office advises on it. */
  public Optional<TopicProfile> findTopic(String topic) {
    return topics.stream().filter(t -> t.id().equals(topic)).findFirst();
  }
}
