package de.lokalwillkommen.core.arranging;

import de.lokalwillkommen.core.kernel.ReadModel;
import de.lokalwillkommen.core.offices.Counter;
import de.lokalwillkommen.core.offices.Office;
import de.lokalwillkommen.core.offices.OfficeArrangements;
import de.lokalwillkommen.core.offices.OfficeProfile.CounterProfile;
import de.lokalwillkommen.core.offices.Offices;
import de.lokalwillkommen.core.offices.Topic;
import de.lokalwillkommen.core.staff.Right;
import de.lokalwillkommen.core.staff.SignedIn;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The offices as their editors see them. */
@ReadModel
public class OfficePlan {

  private Offices offices;
  private OfficeArrangements arrangements;
  private Clock clock;

  protected OfficePlan() {}

  @Inject
  OfficePlan(Offices offices, OfficeArrangements arrangements, Clock clock) {
    this.offices = offices;
    this.arrangements = arrangements;
    this.clock = clock;
  }

  /** The offices that a person may arrange, in the order in which they are shown. */
  public List<OfficeSettings> list(SignedIn me) {
    Map<String, Integer> catalogue = catalogue();
    return offices.list().stream()
        .filter(office -> me.may(Right.ARRANGE_OFFICE, office.id()))
        .map(office -> settings(office, catalogue))
        .toList();
  }

  /**
   * The office with that slug, as the database has it now.
   *
   * @throws de.lokalwillkommen.core.kernel.Refused {@code UNKNOWN} if there is none
   */
  public OfficeSettings get(String id) {
    return settings(arrangements.get(id), catalogue());
  }

  private Map<String, Integer> catalogue() {
    Map<String, Integer> minutes = new LinkedHashMap<>();
    arrangements.listTopics().stream()
        .filter(topic -> !topic.isRetired())
        .forEach(topic -> minutes.put(topic.id(), topic.data().usualMinutes()));
    return minutes;
  }

  private OfficeSettings settings(Office office, Map<String, Integer> catalogue) {
    return new OfficeSettings(
        office.id(),
        office.version(),
        office.data(),
        office.isOutpost(),
        office.hours().openAt(clock.instant()).isPresent(),
        office.isEndedAt(clock.instant()),
        office.closedFrom(),
        office.openingTimes(),
        office.counters().stream().map(OfficePlan::counter).toList(),
        office.topics().stream().map(Topic::id).collect(Collectors.toSet()),
        office.topicRules(),
        catalogue);
  }

  private static CounterProfile counter(Counter counter) {
    return new CounterProfile(counter.id(), counter.label(), counter.name());
  }
}
