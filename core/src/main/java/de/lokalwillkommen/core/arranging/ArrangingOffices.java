package de.lokalwillkommen.core.arranging;

import de.lokalwillkommen.core.kernel.Changed;
import de.lokalwillkommen.core.kernel.DomainEvents;
import de.lokalwillkommen.core.kernel.Refusal;
import de.lokalwillkommen.core.kernel.Refusal.Kind;
import de.lokalwillkommen.core.kernel.UseCase;
import de.lokalwillkommen.core.offices.CounterEntry;
import de.lokalwillkommen.core.offices.Office;
import de.lokalwillkommen.core.offices.OfficeArranged;
import de.lokalwillkommen.core.offices.OfficeArrangements;
import de.lokalwillkommen.core.offices.OfficeData;
import de.lokalwillkommen.core.offices.OfficeFounding;
import de.lokalwillkommen.core.offices.OpeningTimes;
import de.lokalwillkommen.core.offices.Topic;
import de.lokalwillkommen.core.offices.TopicRule;
import de.lokalwillkommen.core.offices.UsualTopics;
import de.lokalwillkommen.core.staff.Right;
import de.lokalwillkommen.core.staff.SignedIn;
import de.lokalwillkommen.core.texts.NamingOffices;
import de.lokalwillkommen.core.texts.OfficeName;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Founds offices and changes them. A change applies from the moment it is saved. It names the
 * version of the office that the editor has seen, and is refused as {@code CONFLICT} if another
 * change was saved since. A change that affects people is saved only if the caller has been told of
 * them; those who come while it is being saved are not counted, since the lines are not locked.
 */
@UseCase
public class ArrangingOffices {

  private static final String OFFICE = "office";

  private OfficeArrangements arrangements;
  private Impacts impacts;
  private NamingOffices naming;
  private DomainEvents events;
  private Clock clock;

  protected ArrangingOffices() {}

  @Inject
  ArrangingOffices(
      OfficeArrangements arrangements,
      Impacts impacts,
      NamingOffices naming,
      DomainEvents events,
      Clock clock) {
    this.arrangements = arrangements;
    this.impacts = impacts;
    this.naming = naming;
    this.events = events;
    this.clock = clock;
  }

  /**
   * Founds an office that advises on all topics. The first office of an installation brings the
   * usual topics with it.
   *
   * @throws de.lokalwillkommen.core.kernel.Refused {@code INVALID} if the slug is taken
   */
  public void found(SignedIn me, OfficeFounding founding) {
    requireMayFound(me);
    if (arrangements.listTopics().isEmpty()) {
      UsualTopics.list().forEach(arrangements::add);
    }
    add(me, founding, listOffered());
  }

  /**
   * Founds an office with the rules, hours, counters and topics of another one.
   *
   * @param place its own name, address, zone and region
   * @throws de.lokalwillkommen.core.kernel.Refused {@code INVALID} if the slug is taken; {@code
   *     UNKNOWN} if there is no such model
   */
  public void foundLike(SignedIn me, String modelId, String slug, OfficeData place) {
    requireMayFound(me);
    Office model = arrangements.get(modelId);
    add(me, OfficeFounding.like(model, slug, place), model.topics());
  }

  private List<Topic> listOffered() {
    return arrangements.listTopics().stream().filter(t -> !t.isRetired()).toList();
  }

  private void add(SignedIn me, OfficeFounding founding, List<Topic> topics) {
    Office office = Office.founded(founding, arrangements.nextPosition());
    office.advise(topics);
    arrangements.add(office);
    tell(me, office, "FOUND", "", OfficeNotation.data(office));
  }

  /**
   * Changes the names, the address and the rules.
   *
   * @param names what it is called in some languages other than German
   * @param textsSeen the version of all texts that the editor has seen
   * @param told the keys of the impacts that the caller accepts
   * @return as for {@link #arrange(SignedIn, String, int, OfficeData, Set)}
   * @throws de.lokalwillkommen.core.kernel.Refused {@code CHANGED_MEANWHILE} also if a name has
   *     been changed
   */
  public List<OfficeImpact> arrange(
      SignedIn me,
      String officeId,
      int version,
      OfficeData data,
      List<OfficeName> names,
      long textsSeen,
      Set<String> told) {
    List<OfficeImpact> affected = arrange(me, officeId, version, data, told);
    if (affected.isEmpty()) {
      naming.name(me, officeId, names, textsSeen);
    }
    return affected;
  }

  /**
   * Changes the name, the address and the rules.
   *
   * @param told the keys of the impacts that the caller accepts
   * @return all impacts if there is one the caller has not accepted, and then nothing has changed;
   *     else the empty list
   */
  public List<OfficeImpact> arrange(
      SignedIn me, String officeId, int version, OfficeData data, Set<String> told) {
    requireMayArrange(me, officeId);
    List<OfficeImpact> affected = impacts.ofArranging(arrangements.get(officeId), data);
    if (!isTold(affected, told)) {
      return affected;
    }
    Office office = opened(me, officeId, version);
    String before = OfficeNotation.data(office);
    office.arrange(data);
    tell(me, office, "CHANGE", before, OfficeNotation.data(office));
    return List.of();
  }

  /**
   * Replaces the opening hours.
   *
   * @param told the keys of the impacts that the caller accepts
   * @return all impacts if there is one the caller has not accepted, and then nothing has changed;
   *     else the empty list
   */
  public List<OfficeImpact> open(
      SignedIn me, String officeId, int version, List<OpeningTimes> times, Set<String> told) {
    requireMayArrange(me, officeId);
    List<OfficeImpact> affected = impacts.ofOpening(arrangements.get(officeId), times);
    if (!isTold(affected, told)) {
      return affected;
    }
    Office office = opened(me, officeId, version);
    String before = OfficeNotation.hours(office);
    arrangements.replace(office.open(times), office);
    tell(me, office, "HOURS", before, OfficeNotation.hours(office));
    return List.of();
  }

  /**
   * Replaces the topics on which the office advises; what it has decided about them stays.
   *
   * @param told the keys of the impacts that the caller accepts
   * @return as for {@link #advise(SignedIn, String, int, Map, Set)}
   * @throws de.lokalwillkommen.core.kernel.Refused as there
   */
  public List<OfficeImpact> advise(
      SignedIn me, String officeId, int version, Set<String> topics, Set<String> told) {
    requireMayArrange(me, officeId);
    Map<String, TopicRule> rules = arrangements.get(officeId).topicRules();
    return advise(
        me,
        officeId,
        version,
        topics.stream()
            .collect(
                Collectors.toMap(
                    Function.identity(), topic -> rules.getOrDefault(topic, TopicRule.NONE))),
        told);
  }

  /**
   * Replaces the topics on which the office advises, and what it decides about them.
   *
   * @param topics the topics, each with the decision of the office about it
   * @param told the keys of the impacts that the caller accepts
   * @return all impacts if there is one the caller has not accepted, and then nothing has changed;
   *     else the empty list
   * @throws de.lokalwillkommen.core.kernel.Refused {@code INVALID} if there is no topic, or one
   *     that the catalogue does not know
   */
  public List<OfficeImpact> advise(
      SignedIn me, String officeId, int version, Map<String, TopicRule> topics, Set<String> told) {
    requireMayArrange(me, officeId);
    Office seen = arrangements.get(officeId);
    Set<String> given =
        seen.topics().stream()
            .map(Topic::id)
            .filter(topic -> !topics.containsKey(topic))
            .collect(Collectors.toSet());
    List<OfficeImpact> affected = impacts.ofGivingUp(seen, given);
    if (!isTold(affected, told)) {
      return affected;
    }
    List<Topic> offered = listOffered().stream().filter(t -> topics.containsKey(t.id())).toList();
    if (offered.isEmpty() || offered.size() < topics.size()) {
      throw Refusal.of(Kind.INVALID, "office.topics").with("field", "topics").asException();
    }
    Office office = opened(me, officeId, version);
    String before = OfficeNotation.topics(office);
    office.advise(offered);
    office.arrangeTopics(topics);
    tell(me, office, "TOPICS", before, OfficeNotation.topics(office));
    return List.of();
  }

  /**
   * Replaces the counters, in the order in which they are shown. A counter that is not named is
   * given up; its history stays.
   *
   * @param told the keys of the impacts that the caller accepts
   * @return all impacts if there is one the caller has not accepted, and then nothing has changed;
   *     else the empty list
   * @throws de.lokalwillkommen.core.kernel.Refused as {@link Office#arrangeCounters} says
   */
  public List<OfficeImpact> arrangeCounters(
      SignedIn me, String officeId, int version, List<CounterEntry> entries, Set<String> told) {
    requireMayArrange(me, officeId);
    Office seen = arrangements.get(officeId);
    List<OfficeImpact> affected =
        seen.listGivenUpBy(entries).stream()
            .flatMap(c -> impacts.ofRetiring(seen, c).stream())
            .toList();
    if (!isTold(affected, told)) {
      return affected;
    }
    Office office = opened(me, officeId, version);
    CounterChanges changes = new CounterChanges(office);
    arrangements.freeLabels(office.listRelabelledBy(entries));
    office.arrangeCounters(entries);
    arrangements.storeCounters(office);
    changes.list().forEach(change -> write(me, office, change));
    events.publish(new OfficeArranged(office.id(), clock.instant()));
    return List.of();
  }

  /**
   * Closes the office for good; its history stays.
   *
   * @param firstDay the first day on which it is closed; empty to take the closing back
   * @param told the keys of the impacts that the caller accepts
   * @return all impacts if there is one the caller has not accepted, and then nothing has changed;
   *     else the empty list
   */
  public List<OfficeImpact> closeForGood(
      SignedIn me, String officeId, int version, Optional<LocalDate> firstDay, Set<String> told) {
    requireMayFound(me);
    Office seen = arrangements.get(officeId);
    List<OfficeImpact> affected =
        firstDay.map(day -> impacts.ofClosing(seen, day)).orElse(List.of());
    if (!isTold(affected, told)) {
      return affected;
    }
    Office office = opened(me, officeId, version);
    String before = OfficeNotation.data(office);
    office.closeForGood(firstDay);
    tell(me, office, "END", before, OfficeNotation.data(office));
    return List.of();
  }

  private static boolean isTold(List<OfficeImpact> affected, Set<String> told) {
    return told.containsAll(affected.stream().map(OfficeImpact::key).toList());
  }

  /**
   * Locks the office and begins the change. Impacts are read before: tickets that are written at
   * the same time refer to the office and wait for this lock.
   */
  private Office opened(SignedIn me, String officeId, int version) {
    requireMayArrange(me, officeId);
    Office office = arrangements.getLocked(officeId);
    office.beginChange(version);
    return office;
  }

  private void tell(SignedIn me, Office office, String action, String before, String after) {
    write(me, office, new OfficeChange(OFFICE, office.id(), action, before, after));
    events.publish(new OfficeArranged(office.id(), clock.instant()));
  }

  private void write(SignedIn me, Office office, OfficeChange change) {
    events.publish(
        new Changed(
            office.id(),
            me.asAuthor(),
            change.kind(),
            change.key(),
            change.action(),
            change.before(),
            change.after(),
            clock.instant()));
  }

  private static void requireMayFound(SignedIn me) {
    if (!me.mayEverywhere(Right.FOUND_OFFICES)) {
      throw Refusal.of(Kind.NOT_ALLOWED, "office.notYours").asException();
    }
  }

  private static void requireMayArrange(SignedIn me, String officeId) {
    if (!me.may(Right.ARRANGE_OFFICE, officeId)) {
      throw Refusal.of(Kind.NOT_ALLOWED, "office.notYours").asException();
    }
  }
}
