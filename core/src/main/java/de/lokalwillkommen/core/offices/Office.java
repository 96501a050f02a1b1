package de.lokalwillkommen.core.offices;

import de.lokalwillkommen.core.dayorders.Announcement;
import de.lokalwillkommen.core.dayorders.DayOrders;
import de.lokalwillkommen.core.kernel.BusinessDay;
import de.lokalwillkommen.core.kernel.Refusal;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinTable;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.MapKeyColumn;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A neighbourhood office, or an outpost of one. It exists for years. The administration arranges
 * its counters, topics, hours and rules; everything else refers to it by its slug.
 */
@Entity
@Table(name = "office")
public class Office {

  /** More counters or opening times than any office has. */
  private static final int MOST_PARTS = 100;

  /** How long ago a time may be that is entered for “at once”. */
  private static final Duration TYPING = Duration.ofMinutes(5);

  /** How long after closing a visitor may still be about to be called. */
  private static final Duration LINGERING = Duration.ofHours(1);

  @Id private String id;

  private String name;

  private String zone;

  private String address = "";

  @Column(name = "credit_minutes")
  private int creditMinutes;

  @Column(name = "late_after_minutes")
  private int lateAfterMinutes;

  @Column(name = "recall_limit")
  private int recallLimit;

  @Column(name = "waiting_limit")
  private Integer waitingLimit;

  @Column(name = "last_ticket_minutes")
  private int lastTicketMinutes;

  @Column(name = "publishes_estimate")
  private boolean publishesEstimate;

  private boolean outpost;

  private int position;

  private int version;

  @Column(name = "closed_from")
  private LocalDate closedFrom;

  private String languages;

  @Column(name = "holiday_region")
  private String holidayRegion;

  @Embedded private BookingTerms bookingTerms = BookingTerms.USUAL;

  @Transient private Set<LocalDate> holidays = Set.of();

  @Transient private Map<LocalDate, DayOrders> orders = Map.of();

  @ElementCollection(fetch = FetchType.EAGER)
  @CollectionTable(name = "topic_slots", joinColumns = @JoinColumn(name = "office_id"))
  @MapKeyColumn(name = "topic_id")
  @Column(name = "slots")
  private Map<String, Integer> slotsOfTopics = new HashMap<>();

  @ElementCollection(fetch = FetchType.EAGER)
  @CollectionTable(name = "office_topic_rule", joinColumns = @JoinColumn(name = "office_id"))
  @MapKeyColumn(name = "topic_id")
  private Map<String, TopicRule> topicRules = new HashMap<>();

  @OneToMany(mappedBy = "office", fetch = FetchType.EAGER)
  @OrderBy("label")
  private List<Counter> counters = new ArrayList<>();

  @ManyToMany(fetch = FetchType.EAGER)
  @JoinTable(
      name = "office_topic",
      joinColumns = @JoinColumn(name = "office_id"),
      inverseJoinColumns = @JoinColumn(name = "topic_id"))
  @OrderBy("position")
  private List<Topic> topics = new ArrayList<>();

  @OneToMany(mappedBy = "office", fetch = FetchType.EAGER)
  private List<OpeningRule> openingRules = new ArrayList<>();

  @OneToMany(mappedBy = "office", fetch = FetchType.EAGER)
  @OrderBy("firstDay")
  private List<Closure> closures = new ArrayList<>();

  protected Office() {}

  /** A new office with the usual rules: credit 20 min, late after 15 min, three recalls. */
  public Office(String id, String name, ZoneId zone) {
    this.id = id;
    this.name = name;
    this.zone = zone.getId();
    this.creditMinutes = 20;
    this.lateAfterMinutes = 15;
    this.recallLimit = 3;
    this.publishesEstimate = true;
  }

  /** A new office as it is founded, at the end of the list. */
  public static Office founded(OfficeFounding founding, int position) {
    Office office = new Office(founding.slug(), founding.data().name(), founding.data().zone());
    office.outpost = founding.outpost();
    office.position = position;
    office.arrange(founding.data());
    founding.times().forEach(times -> office.withOpening(new OpeningRule(times)));
    for (CounterSign sign : founding.counters()) {
      office.addedCounter(sign).stand(sign, office.counters.size());
    }
    return office;
  }

  /** The state that an editor has to have seen to change it. */
  public int version() {
    return version;
  }

  /**
   * Begins a change of what an editor has seen.
   *
   * @throws de.lokalwillkommen.core.kernel.Refused {@code CHANGED_MEANWHILE} if so
   */
  public void beginChange(int seenVersion) {
    if (version != seenVersion) {
      throw Refusal.of(Refusal.Kind.CHANGED_MEANWHILE, "office.changedMeanwhile").asException();
    }
    version++;
  }

  /** Its name, address and rules. */
  public OfficeData data() {
    return new OfficeData(
        name,
        address,
        zone(),
        holidayRegion(),
        creditMinutes,
        lateAfterMinutes,
        recallLimit,
        Optional.ofNullable(waitingLimit),
        lastTicketMinutes,
        publishesEstimate,
        languages());
  }

  /** Changes its name, address and rules. */
  public void arrange(OfficeData data) {
    this.name = data.name();
    this.address = data.address();
    this.zone = data.zone().getId();
    this.holidayRegion = data.holidayRegion().orElse(null);
    this.creditMinutes = data.creditMinutes();
    this.lateAfterMinutes = data.lateAfterMinutes();
    this.recallLimit = data.recallLimit();
    this.waitingLimit = data.waitingLimit().orElse(null);
    this.lastTicketMinutes = data.lastTicketMinutes();
    this.publishesEstimate = data.publishesEstimate();
    this.languages = data.languages().isEmpty() ? null : String.join(",", data.languages());
  }

  /** The tags of the languages that its kiosk offers, in that order; empty for all. */
  public List<String> languages() {
    return languages == null ? List.of() : List.of(languages.split(","));
  }

  /** Its opening rules in the order of the week. */
  public List<OpeningTimes> openingTimes() {
    return openingRules.stream().map(OpeningRule::times).sorted(OpeningTimes.IN_A_WEEK).toList();
  }

  /**
   * Replaces its opening rules.
   *
   * @return the rules that no longer apply
   * @throws de.lokalwillkommen.core.kernel.Refused {@code INVALID} for more than 100
   */
  public List<OpeningRule> open(List<OpeningTimes> times) {
    requireFew(times.size());
    List<OpeningRule> over = List.copyOf(openingRules);
    openingRules.clear();
    times.forEach(each -> withOpening(new OpeningRule(each)));
    return over;
  }

  public List<OpeningRule> openingRules() {
    return List.copyOf(openingRules);
  }

  /** Replaces the topics on which it advises. */
  public void advise(List<Topic> offered) {
    // one that is given up in all offices may come back
    topics.removeIf(topic -> !topic.isRetired());
    topics.addAll(offered);
    List<String> ids = topics.stream().map(Topic::id).toList();
    slotsOfTopics.keySet().retainAll(ids);
    topicRules.keySet().retainAll(ids);
  }

  /**
   * Replaces what it decides about topics; one that is not named follows the catalogue.
   *
   * @throws de.lokalwillkommen.core.kernel.Refused {@code INVALID} if it does not advise on one
   */
  public void arrangeTopics(Map<String, TopicRule> rules) {
    if (!rules.keySet().stream().allMatch(this::hasTopic)) {
      throw Refusal.of(Refusal.Kind.INVALID, "office.topics").with("field", "topics").asException();
    }
    topicRules.clear();
    rules.entrySet().stream()
        .filter(rule -> !rule.getValue().isEmpty())
        .forEach(rule -> topicRules.put(rule.getKey(), rule.getValue()));
  }

  /** What it decides about topics. */
  public Map<String, TopicRule> topicRules() {
    return Map.copyOf(topicRules);
  }

  /**
   * Replaces its counters: one that is not named is given up, and its history stays. A new counter
   * with the label of one that was given up is that one again.
   *
   * @throws de.lokalwillkommen.core.kernel.Refused {@code INVALID} if two counters, also a retired
   *     one, would have the same label, with the place of the entry as {@code row}; {@code UNKNOWN}
   *     if there is no such counter; {@code CONFLICT} if none is left
   */
  public void arrangeCounters(List<CounterEntry> entries) {
    if (entries.isEmpty()) {
      throw Refusal.of(Refusal.Kind.CONFLICT, "office.lastCounter").asException();
    }
    List<Optional<Counter>> present = presentFor(entries);
    requireDistinctLabels(entries, present);
    listGivenUpBy(entries).forEach(Counter::retire);
    for (int row = 0; row < entries.size(); row++) {
      CounterSign sign = entries.get(row).sign();
      present.get(row).orElseGet(() -> addedCounter(sign)).stand(sign, row + 1);
    }
  }

  /** All offices are kept in memory with their parts. */
  private static void requireFew(int parts) {
    if (parts > MOST_PARTS) {
      throw Refusal.of(Refusal.Kind.INVALID, "office.tooMany", MOST_PARTS).asException();
    }
  }

  private Counter addedCounter(CounterSign sign) {
    Counter counter = new Counter(sign.label(), sign.name());
    withCounter(counter);
    return counter;
  }

  /** The counters in use that are not among these. */
  public List<Counter> listGivenUpBy(List<CounterEntry> entries) {
    List<Optional<Counter>> present = presentFor(entries);
    return counters().stream().filter(c -> !present.contains(Optional.of(c))).toList();
  }

  /** The counters that get another label by these. */
  public List<Counter> listRelabelledBy(List<CounterEntry> entries) {
    return entries.stream()
        .flatMap(entry -> entry.id().stream().map(this::usedCounter).filter(entry::relabels))
        .toList();
  }

  /** The present counter of each entry; a new one may be one that was given up. */
  private List<Optional<Counter>> presentFor(List<CounterEntry> entries) {
    requireFew(entries.size());
    List<Counter> named =
        entries.stream().flatMap(entry -> entry.id().stream()).map(this::usedCounter).toList();
    return entries.stream()
        .map(
            entry ->
                entry
                    .id()
                    .map(this::usedCounter)
                    .or(
                        () ->
                            counters.stream()
                                .filter(c -> !named.contains(c) && !entry.relabels(c))
                                .findFirst()))
        .toList();
  }

  private void requireDistinctLabels(List<CounterEntry> entries, List<Optional<Counter>> present) {
    Set<String> taken =
        counters.stream()
            .filter(c -> !present.contains(Optional.of(c)))
            .map(Counter::label)
            .collect(Collectors.toCollection(HashSet::new));
    for (int row = 0; row < entries.size(); row++) {
      if (!taken.add(entries.get(row).sign().label())) {
        throw Refusal.of(Refusal.Kind.INVALID, "office.labelTaken")
            .with("field", "label")
            .with("row", row)
            .asException();
      }
    }
  }

  private Counter usedCounter(long counter) {
    return findCounter(counter)
        .filter(c -> !c.isRetired())
        .orElseThrow(() -> Refusal.of(Refusal.Kind.UNKNOWN, "office.counterUnknown").asException());
  }

  /** The first day on which it is closed for good. */
  public Optional<LocalDate> closedFrom() {
    return Optional.ofNullable(closedFrom);
  }

  /** Whether it is closed for good by then. */
  public boolean isEndedAt(Instant instant) {
    return closedFrom != null && !dayOf(instant).date().isBefore(closedFrom);
  }

  /** Closes it for good from a day, or takes that back. */
  public void closeForGood(Optional<LocalDate> firstDay) {
    this.closedFrom = firstDay.orElse(null);
  }

  /** Adds a counter to the office. */
  public Office withCounter(Counter counter) {
    counter.belongTo(this);
    counters.add(counter);
    return this;
  }

  /** Sets the address of the office. */
  public Office withAddress(String streetAndPlace) {
    this.address = streetAndPlace;
    return this;
  }

  /** Adds a topic on which the office advises. */
  public Office withTopic(Topic topic) {
    topics.add(topic);
    return this;
  }

  /** Adds a weekly rule of opening. */
  public Office withOpening(OpeningRule rule) {
    rule.belongTo(this);
    openingRules.add(rule);
    return this;
  }

  /** Closes the office for some days. */
  public Office withClosure(Closure closure) {
    closure.belongTo(this);
    closures.add(closure);
    return this;
  }

  /** Sets the terms on which appointments are booked. */
  public Office withBookingTerms(BookingTerms terms) {
    this.bookingTerms = terms;
    return this;
  }

  /** Sets the number of consecutive slots of an appointment on a topic. */
  public Office withSlots(String topic, int slots) {
    slotsOfTopics.put(topic, slots);
    return this;
  }

  /**
   * Removes a closure and returns it.
   *
   * @throws de.lokalwillkommen.core.kernel.Refused {@code UNKNOWN} if there is no such closure
   */
  public Closure reopen(long closure) {
    Closure over =
        closures.stream()
            .filter(c -> c.id() == closure)
            .findFirst()
            .orElseThrow(
                () -> Refusal.of(Refusal.Kind.UNKNOWN, "availability.unknown").asException());
    closures.remove(over);
    return over;
  }

  /**
   * Changes the terms for new bookings.
   *
   * @param slots how many consecutive slots an appointment takes, by topic; a topic that is not
   *     named takes as many as its usual duration needs
   */
  public void bookOn(BookingTerms terms, Map<String, Integer> slots) {
    this.bookingTerms = terms;
    slotsOfTopics.keySet().retainAll(slots.keySet());
    slotsOfTopics.putAll(slots);
  }

  /** Sets the public holidays of its region, on which the office is closed. */
  public Office closedOn(Set<LocalDate> publicHolidays) {
    this.holidays = Set.copyOf(publicHolidays);
    return this;
  }

  /** Sets what is ordered for some days; on all others its usual rules apply. */
  public Office ordered(Collection<DayOrders> days) {
    this.orders = days.stream().collect(Collectors.toMap(DayOrders::day, Function.identity()));
    return this;
  }

  /** What is ordered for a day. */
  public DayOrders ordersOf(LocalDate day) {
    return orders.getOrDefault(day, DayOrders.none(day));
  }

  /** What is ordered for the business day of an instant. */
  public DayOrders ordersAt(Instant now) {
    return ordersOf(dayOf(now).date());
  }

  /** What it tells its visitors until it closes for the day. */
  public Optional<Announcement> announcementAt(Instant now) {
    return ordersAt(now)
        .announcement()
        .filter(told -> hours().closing(dayOf(now).date()).filter(now::isBefore).isPresent());
  }

  /** Why it cannot close at a minute of the present day; empty if it can. */
  public Optional<Refusal> objectionToClosing(int minute, Instant now) {
    LocalDate today = dayOf(now).date();
    Optional<Instant> opens = hours().firstOpening(today);
    if (opens.isEmpty()) {
      return Optional.of(Refusal.of(Refusal.Kind.CONFLICT, "day.notOpen", name));
    }
    if (minute < 0 || minute > WallClock.MINUTES_OF_A_DAY) {
      return Optional.of(refusedClosing("day.closes"));
    }
    Instant at = WallClock.at(today, minute, zone());
    if (at.isBefore(now.minus(TYPING))) {
      return Optional.of(refusedClosing("day.closes.past"));
    }
    return opens.get().isBefore(at)
        ? Optional.empty()
        : Optional.of(refusedClosing("day.closes.beforeOpening"));
  }

  private static Refusal refusedClosing(String key) {
    return Refusal.of(Refusal.Kind.INVALID, key).with("field", "closes");
  }

  /** Limits the number of waiting visitors. */
  public Office withWaitingLimit(int people) {
    this.waitingLimit = people;
    return this;
  }

  /** Sets how long before closing the office stops issuing tickets. */
  public Office withLastTicketBeforeClosing(Duration before) {
    this.lastTicketMinutes = Math.toIntExact(before.toMinutes());
    return this;
  }

  /** The slug, as it appears in addresses. */
  public String id() {
    return id;
  }

  public String name() {
    return name;
  }

  /** The street and place where visitors find it, if known. */
  public Optional<String> address() {
    return Optional.of(address).filter(told -> !told.isBlank());
  }

  public ZoneId zone() {
    return ZoneId.of(zone);
  }

  /** The credit of an appointment in the line, as if the visitor had already waited that long. */
  public Duration credit() {
    return Duration.ofMinutes(creditMinutes);
  }

  /** The delay after which an appointment joins the line as a walk-in. */
  public Duration lateAfter() {
    return Duration.ofMinutes(lateAfterMinutes);
  }

  /** The greatest number of recalls of a number. */
  public int recallLimit() {
    return recallLimit;
  }

  public boolean publishesEstimate() {
    return publishesEstimate;
  }

  public boolean isOutpost() {
    return outpost;
  }

  /** The region whose public holidays it keeps: the ISO 3166-2 code without the country. */
  Optional<String> holidayRegion() {
    return Optional.ofNullable(holidayRegion);
  }

  /** Whether visitors can book an appointment here from outside, by phone or at home. */
  public boolean isBookableFromOutside() {
    return closedFrom == null
        && bookingTerms.booksOutside()
        && topics().stream().anyMatch(Topic::isBookable);
  }

  /** The terms on which appointments are booked here. */
  public BookingTerms bookingTerms() {
    return bookingTerms;
  }

  /** The number of consecutive slots of an appointment, for the topics for which it is arranged. */
  public Map<String, Integer> slotsOfTopics() {
    return Map.copyOf(slotsOfTopics);
  }

  /** The closures, including past ones. */
  public List<Closure> closures() {
    return List.copyOf(closures);
  }

  /**
   * The number of consecutive slots of an appointment on a topic: as arranged, or as many as its
   * usual duration needs.
   *
   * @param slot the length of a slot, more than zero
   */
  public int slotsFor(Topic topic, Duration slot) {
    return Optional.ofNullable(slotsOfTopics.get(topic.id()))
        .orElseGet(
            () -> {
              long length = slot.toMinutes();
              return Math.toIntExact((usualDuration(topic).toMinutes() + length - 1) / length);
            });
  }

  /** The counters in use, in the order in which they are shown. */
  public List<Counter> counters() {
    return counters.stream().filter(c -> !c.isRetired()).sorted(Counter.IN_ORDER).toList();
  }

  /** The topics on which it advises, in the order in which it shows them. */
  public List<Topic> topics() {
    return topics.stream()
        .filter(topic -> !topic.isRetired())
        .sorted(Comparator.comparingInt(this::placeOf).thenComparingInt(Topic::position))
        .toList();
  }

  /** Topics without a place follow those that have one. */
  private int placeOf(Topic topic) {
    return Optional.ofNullable(topicRules.get(topic.id()))
        .map(rule -> rule.place().orElse(Integer.MAX_VALUE))
        .orElse(Integer.MAX_VALUE);
  }

  /** How long a consultation on a topic usually takes here. */
  public Duration usualDuration(Topic topic) {
    return Optional.ofNullable(topicRules.get(topic.id()))
        .flatMap(rule -> rule.usualMinutes().stream().boxed().findFirst())
        .map(Duration::ofMinutes)
        .orElseGet(topic::usualDuration);
  }

  /** The office's business day at an instant. */
  public BusinessDay dayOf(Instant instant) {
    return BusinessDay.of(instant, zone());
  }

  /** When it is open, with what is ordered for single days. */
  public OpeningHours hours() {
    return hours(openingRules, orders.values());
  }

  /** When it would be open if this were ordered instead for its day. */
  public OpeningHours hoursUnder(DayOrders other) {
    Stream<DayOrders> rest = orders.values().stream().filter(o -> !o.day().equals(other.day()));
    return hours(openingRules, Stream.concat(rest, Stream.of(other)).toList());
  }

  /** When it would be open if these times applied instead of its own. */
  public OpeningHours hoursWith(List<OpeningTimes> times) {
    return hours(times.stream().map(OpeningRule::new).toList(), orders.values());
  }

  private OpeningHours hours(List<OpeningRule> rules, Collection<DayOrders> days) {
    Stream<Closure> forGood = closedFrom().map(Closure::forGood).stream();
    List<Closure> closed = Stream.concat(closures.stream(), forGood).toList();
    Map<LocalDate, Integer> closings =
        days.stream()
            .filter(day -> day.closesMinute().isPresent())
            .collect(Collectors.toMap(DayOrders::day, day -> day.closesMinute().get()));
    return new OpeningHours(zone(), rules, closed, holidays, closings);
  }

  /** Why one more person may not take a ticket; empty if they may. */
  public Optional<Refusal> objectionToTicket(int waiting, Instant now) {
    return objectionToTicket(waiting, ordersAt(now), now);
  }

  /** The same under what is ordered for the present day. */
  public Optional<Refusal> objectionToTicket(int waiting, DayOrders today, Instant now) {
    if (isEndedAt(now)) {
      return Optional.of(
          Refusal.of(Refusal.Kind.CONFLICT, "office.ended", name).with("reason", "closed"));
    }
    OpeningHours hours = hoursUnder(today);
    Optional<OpeningHours.Window> open = hours.openAt(now);
    if (open.isEmpty()) {
      return Optional.of(closed("office.closed", hours, now));
    }
    if (today.stop().isPresent()) {
      return Optional.of(
          closed("office.stopped", hours, dayOf(now).end()).with("stop", today.stop().get()));
    }
    if (open.get().endsWithin(now, Duration.ofMinutes(lastTicketMinutes))) {
      return Optional.of(closed("office.lastTicket", hours, open.get().until()));
    }
    if (waitingLimit != null && waiting >= waitingLimit) {
      return Optional.of(
          Refusal.of(Refusal.Kind.CONFLICT, "office.full", name).with("reason", "full"));
    }
    return Optional.empty();
  }

  /** Whether it has been closed for a while and does not open again today. */
  public boolean isDoneForToday(Instant now) {
    return hours().isOver(now, LINGERING);
  }

  /** Whether its hours of this day are over. */
  public boolean isClosedForToday(Instant now) {
    return hours().isOver(now, Duration.ZERO);
  }

  /**
   * Whether it was open today, has been closed for at least that long and does not open again. A
   * day without hours, such as one that was closed while visitors waited, is over at midnight.
   */
  public boolean isClosedFor(Duration since, Instant now) {
    return hours().closing(dayOf(now).date()).isPresent() && hours().isOver(now, since);
  }

  private Refusal closed(String key, OpeningHours hours, Instant from) {
    Refusal refusal = Refusal.of(Refusal.Kind.CONFLICT, key, name).with("reason", "closed");
    return hours.nextOpening(from).map(at -> refusal.with("opensAt", at)).orElse(refusal);
  }

  /** The counter with that identifier, if it stands in this office or stood there. */
  public Optional<Counter> findCounter(long counter) {
    return counters.stream().filter(c -> c.id() == counter).findFirst();
  }

  /** The counter with that door label, if it stands in this office. */
  public Optional<Counter> findCounter(String label) {
    return counters().stream().filter(c -> c.label().equals(label)).findFirst();
  }

  /** The topic, if the office advises on it. */
  public Optional<Topic> findTopic(String topic) {
    return topics().stream().filter(t -> t.id().equals(topic)).findFirst();
  }

  /** Whether it advises on a topic, or would if that were not given up in all offices. */
  public boolean hasTopic(String topic) {
    return topics.stream().anyMatch(t -> t.id().equals(topic));
  }

  /** The usual length of a consultation here, over all topics: the prior of every estimate. */
  public Duration usualConsultation() {
    double minutes =
        topics().stream().mapToLong(t -> usualDuration(t).toMinutes()).average().orElse(25);
    return Duration.ofSeconds(Math.round(minutes * 60));
  }
}
