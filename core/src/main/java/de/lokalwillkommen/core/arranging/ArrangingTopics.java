package de.lokalwillkommen.core.arranging;

import de.lokalwillkommen.core.kernel.Changed;
import de.lokalwillkommen.core.kernel.DomainEvents;
import de.lokalwillkommen.core.kernel.MainLanguage;
import de.lokalwillkommen.core.kernel.NotedState;
import de.lokalwillkommen.core.kernel.Refusal;
import de.lokalwillkommen.core.kernel.Refusal.Kind;
import de.lokalwillkommen.core.kernel.UseCase;
import de.lokalwillkommen.core.offices.Office;
import de.lokalwillkommen.core.offices.OfficeArranged;
import de.lokalwillkommen.core.offices.OfficeArrangements;
import de.lokalwillkommen.core.offices.OfficeFounding;
import de.lokalwillkommen.core.offices.Offices;
import de.lokalwillkommen.core.offices.Topic;
import de.lokalwillkommen.core.offices.TopicData;
import de.lokalwillkommen.core.staff.Right;
import de.lokalwillkommen.core.staff.SignedIn;
import de.lokalwillkommen.core.texts.NamingTopics;
import de.lokalwillkommen.core.texts.TopicName;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Changes the catalogue of topics, which all offices share. A change applies from the moment it is
 * saved, on all kiosks and boards. The rules of {@link ArrangingOffices} for two editors and for
 * people who are affected hold here, too.
 */
@UseCase
public class ArrangingTopics {

  private static final String KIND = "topic";

  /** Leaves room for a number behind it. */
  private static final int LONGEST_WORD = 30;

  private OfficeArrangements arrangements;
  private Offices offices;
  private Impacts impacts;
  private NamingTopics naming;
  private DomainEvents events;
  private Clock clock;

  protected ArrangingTopics() {}

  @Inject
  ArrangingTopics(
      OfficeArrangements arrangements,
      Offices offices,
      Impacts impacts,
      NamingTopics naming,
      DomainEvents events,
      Clock clock) {
    this.arrangements = arrangements;
    this.offices = offices;
    this.impacts = impacts;
    this.naming = naming;
    this.events = events;
    this.clock = clock;
  }

  /**
   * Adds a topic that the product does not ship, as the last one. No office advises on it yet.
   *
   * @param names what it is called, in German at least
   * @return its identifier, made of its German name
   * @throws de.lokalwillkommen.core.kernel.Refused {@code INVALID} if it has no German name
   */
  public String add(SignedIn me, TopicData data, List<TopicName> names) {
    requireMayArrange(me);
    String name =
        names.stream()
            .filter(n -> n.language().equals(MainLanguage.TAG))
            .findFirst()
            .map(TopicName::name)
            .orElseThrow(
                () ->
                    Refusal.of(Kind.INVALID, "text.empty")
                        .with("field", "name-" + MainLanguage.TAG)
                        .asException());
    List<Topic> present = arrangements.listTopicsLocked();
    String id = freeIdentifier(name, present);
    Topic topic = new Topic(id, data.pictogram(), Duration.ofMinutes(1), present.size() + 1);
    topic.arrange(data);
    arrangements.add(topic);
    tell(me, id, "OPEN", "", state(topic));
    naming.name(me, id, names, Long.MAX_VALUE);
    return id;
  }

  /** A new identifier gets a number if it is taken, or if the product has a name for it. */
  private String freeIdentifier(String name, List<Topic> present) {
    String made = OfficeFounding.slug("", name);
    String word = made.substring(0, Math.min(made.length(), LONGEST_WORD));
    String first = word.isEmpty() ? KIND : word;
    Set<String> taken = present.stream().map(Topic::id).collect(Collectors.toSet());
    return Stream.iterate(1, n -> n + 1)
        .map(n -> n == 1 ? first : first + "-" + n)
        .filter(id -> !taken.contains(id) && !naming.isShipped(id))
        .findFirst()
        .orElseThrow();
  }

  /**
   * Changes a topic and its names.
   *
   * @param names what it is called in some languages; in others nothing changes
   * @param textsSeen the version of all texts that the editor has seen
   * @throws de.lokalwillkommen.core.kernel.Refused as for {@link #arrange(SignedIn, String, int,
   *     TopicData)}; {@code CHANGED_MEANWHILE} also if a name has been changed
   */
  public void arrange(
      SignedIn me, String id, int version, TopicData data, List<TopicName> names, long textsSeen) {
    arrange(me, id, version, data);
    naming.name(me, id, names, textsSeen);
  }

  /**
   * Changes a topic.
   *
   * @throws de.lokalwillkommen.core.kernel.Refused {@code UNKNOWN} if there is no such topic;
   *     {@code CHANGED_MEANWHILE} if it has been changed since the editor has seen it
   */
  public void arrange(SignedIn me, String id, int version, TopicData data) {
    change(me, id, version, "CHANGE", topic -> topic.arrange(data));
  }

  /**
   * Gives a topic up in all offices; its history stays.
   *
   * @param told the keys of the impacts that the caller accepts
   * @return all impacts if there is one the caller has not accepted, and then nothing has changed;
   *     else the empty list
   * @throws de.lokalwillkommen.core.kernel.Refused as for {@link #arrange}, and {@code CONFLICT} if
   *     no topic would be left in one of the offices
   */
  public List<OfficeImpact> retire(SignedIn me, String id, int version, Set<String> told) {
    requireMayArrange(me);
    List<Office> concerned = offices.list().stream().filter(o -> o.hasTopic(id)).toList();
    List<OfficeImpact> affected =
        concerned.stream().flatMap(o -> impacts.ofGivingUp(o, Set.of(id)).stream()).toList();
    List<OfficeImpact> together = OfficeImpact.together(affected);
    if (!told.containsAll(together.stream().map(OfficeImpact::key).toList())) {
      return together;
    }
    if (concerned.stream().anyMatch(o -> isLast(o, id))) {
      throw Refusal.of(Kind.CONFLICT, "topic.last").asException();
    }
    change(me, id, version, "RETIRE", topic -> topic.retire(true));
    return List.of();
  }

  private boolean isLast(Office office, String topic) {
    return !office.isEndedAt(clock.instant())
        && office.topics().stream().allMatch(t -> t.id().equals(topic));
  }

  /**
   * Takes back that a topic was given up: the offices that advised on it do so again.
   *
   * @throws de.lokalwillkommen.core.kernel.Refused as for {@link #arrange}
   */
  public void restore(SignedIn me, String id, int version) {
    change(me, id, version, "CHANGE", topic -> topic.retire(false));
  }

  /**
   * Moves a topic by one place in the order in which topics are shown; at the end it stays there.
   *
   * @param up whether it comes before the one that was before it
   * @throws de.lokalwillkommen.core.kernel.Refused {@code UNKNOWN} if there is no such topic
   */
  public void move(SignedIn me, String id, boolean up) {
    requireMayArrange(me);
    List<String> concerned = offices.list().stream().map(Office::id).toList();
    List<Topic> order = new ArrayList<>(arrangements.listTopicsLocked());
    String before = order(order);
    int from = order.indexOf(of(order, id));
    int to = Math.max(0, Math.min(order.size() - 1, from + (up ? -1 : 1)));
    if (from == to) {
      return;
    }
    Collections.swap(order, from, to);
    for (int place = 0; place < order.size(); place++) {
      order.get(place).stand(place + 1);
    }
    tell(me, "", "ORDER", before, order(order));
    tellOffices(concerned);
  }

  private void change(
      SignedIn me, String id, int version, String action, Consumer<Topic> decision) {
    requireMayArrange(me);
    List<String> concerned =
        offices.list().stream().filter(o -> o.hasTopic(id)).map(Office::id).toList();
    Topic topic = of(arrangements.listTopicsLocked(), id);
    topic.beginChange(version);
    String before = state(topic);
    decision.accept(topic);
    tell(me, id, action, before, state(topic));
    tellOffices(concerned);
  }

  private static Topic of(List<Topic> catalogue, String id) {
    return catalogue.stream()
        .filter(topic -> topic.id().equals(id))
        .findFirst()
        .orElseThrow(() -> Refusal.of(Kind.UNKNOWN, "topic.unknown").asException());
  }

  private void tell(SignedIn me, String id, String action, String before, String after) {
    events.publish(
        new Changed("", me.asAuthor(), KIND, id, action, before, after, clock.instant()));
  }

  private void tellOffices(List<String> concerned) {
    Instant now = clock.instant();
    concerned.forEach(office -> events.publish(new OfficeArranged(office, now)));
  }

  private static String state(Topic topic) {
    TopicData data = topic.data();
    return NotedState.version(1)
        .with("pictogram", data.pictogram())
        .with("audience", data.audience())
        .with("usualMinutes", data.usualMinutes())
        .with("walkIn", data.walkIn())
        .with("bookable", data.bookable())
        .with("retired", topic.isRetired())
        .toString();
  }

  /** A text, since lists are noted without their order. */
  private static String order(List<Topic> topics) {
    return NotedState.version(1)
        .with("topics", topics.stream().map(Topic::id).collect(Collectors.joining(", ")))
        .toString();
  }

  private static void requireMayArrange(SignedIn me) {
    if (!me.mayEverywhere(Right.ARRANGE_TOPICS)) {
      throw Refusal.of(Kind.NOT_ALLOWED, "topic.notYours").asException();
    }
  }
}
