package de.lokalwillkommen.server.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * The invented visits to an office on one day: four hours in which visitors come, wait for one of
 * the counters and are served. Soon after midnight there have not been four hours yet; then the day
 * so far is shorter, with fewer visitors.
 */
final class DemoDay {
  private static final Duration FULL = Duration.ofHours(4);
  private static final LocalTime MORNING = LocalTime.of(8, 30);
  private static final List<String> LANGUAGES =
      List.of(
          "ar", "ar", "ar", "uk", "uk", "tr", "tr", "de", "de", "fa", "en", "ru", "fr", "ku", "ro",
          "bg");

  private final Random random;
  private final int counters;
  private final Instant from;
  private final Duration length;

  private DemoDay(DemoOffice office, LocalDate day, Instant from, Instant until) {
    // the same on every server and at every start
    this.random = new Random(office.id().hashCode() * 31L + day.toEpochDay());
    this.counters = office.counters().size();
    this.from = from;
    this.length = Duration.between(from, until);
  }

  /** A past day: every visitor has left. */
  static List<DemoVisit> past(DemoOffice office, LocalDate day) {
    Instant from = day.atTime(MORNING).atZone(DemoPlaces.ZONE).toInstant();
    return new DemoDay(office, day, from, from.plus(FULL)).finished(8);
  }

  /** Today until now: some have left, one is being served, some wait. */
  static List<DemoVisit> today(DemoOffice office, Instant now) {
    LocalDate day = LocalDate.ofInstant(now, DemoPlaces.ZONE);
    Instant midnight = day.atStartOfDay(DemoPlaces.ZONE).toInstant();
    Instant from = now.minus(FULL).isBefore(midnight) ? midnight : now.minus(FULL);
    DemoDay so = new DemoDay(office, day, from, now);
    List<DemoVisit> visits = new ArrayList<>(so.finished(12));
    visits.add(so.beingServed());
    visits.addAll(so.waiting());
    return visits;
  }

  private List<DemoVisit> finished(int atLeast) {
    double share = (double) length.toSeconds() / FULL.toSeconds();
    int count = (int) Math.round((atLeast + random.nextInt(8)) * share);
    List<Double> arrivals = random.doubles(count, 0, 150).sorted().boxed().toList();
    double[] free = new double[counters];
    List<DemoVisit> visits = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      visits.add(finishedVisit(arrivals.get(i), free, i % 9 == 5));
    }
    return visits;
  }

  private DemoVisit finishedVisit(double arrival, double[] free, boolean missed) {
    int counter =
        IntStream.range(0, counters).reduce((a, b) -> free[b] < free[a] ? b : a).orElseThrow();
    DemoTopic topic = topic();
    double called = Math.max(arrival + 1, free[counter]);
    double started = called + 1;
    double ended =
        missed ? called + 4 : started + topic.usualMinutes() * (0.4 + 0.5 * random.nextDouble());
    free[counter] = ended + 1;
    return new DemoVisit(
        topic,
        language(),
        counter,
        minute(arrival),
        minute(called),
        missed ? null : minute(started),
        minute(ended));
  }

  private DemoVisit beingServed() {
    return new DemoVisit(
        topic(), language(), random.nextInt(counters), minute(198), minute(233), minute(234), null);
  }

  private List<DemoVisit> waiting() {
    int count = 3 + random.nextInt(4);
    return random
        .doubles(count, 201, 239)
        .sorted()
        .mapToObj(
            arrival -> new DemoVisit(topic(), language(), 0, minute(arrival), null, null, null))
        .toList();
  }

  /** The instant of a minute of the full four hours; in a shorter day they are closer together. */
  private Instant minute(double minute) {
    long seconds = Math.round(length.toSeconds() * Math.min(minute / FULL.toMinutes(), 1));
    return from.plusSeconds(seconds);
  }

  private DemoTopic topic() {
    int drawn = random.nextInt(DemoTopic.ALL.stream().mapToInt(DemoTopic::weight).sum());
    for (DemoTopic topic : DemoTopic.ALL) {
      drawn -= topic.weight();
      if (drawn < 0) {
        return topic;
      }
    }
    throw new IllegalStateException("weights do not add up");
  }

  private String language() {
    return LANGUAGES.get(random.nextInt(LANGUAGES.size()));
  }
}
