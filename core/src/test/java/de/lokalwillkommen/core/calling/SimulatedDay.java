package de.lokalwillkommen.core.calling;

import de.lokalwillkommen.core.ticketing.TicketFixture;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.SplittableRandom;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.statistics.distribution.ContinuousDistribution;
import org.apache.commons.statistics.distribution.GammaDistribution;

/**
 * A day to compare rules with: two counters; six appointments half an hour apart, each kept with
 * probability 0.85 and then punctual; walk-ins by chance, 3.2 in an hour over three hours;
 * consultations of 28 minutes on average (gamma, shape 2.5); open until all visitors have been
 * served.
 */
record SimulatedDay(List<Visit> visits) {

  static final Instant BEGIN = TicketFixture.TEN;

  private static final int COUNTERS = 2;
  private static final int SLOTS = 6;
  private static final double KEPT = 0.85;
  private static final double BETWEEN_SLOTS = 30;
  private static final double WALK_INS_LAST = 180;
  private static final double BETWEEN_WALK_INS = 60 / 3.2;
  private static final double SHAPE = 2.5;
  private static final double MEAN = 28;

  /**
   * A visitor who comes.
   *
   * @param arrival the time of arrival
   * @param slot the booked time, if there is one
   * @param service how long the consultation takes
   */
  record Visit(Instant arrival, Optional<Instant> slot, Duration service) {}

  /**
   * A visitor who has been called.
   *
   * @param visit the visitor
   * @param waited the wait until the call
   */
  record Served(Visit visit, Duration waited) {}

  /** A line in which visitors wait. */
  interface Line {

    void join(Visit visit);

    /** The visitor who is called next; empty if no visitor waits. */
    Optional<Visit> next(Instant now, int counter);
  }

  /** A random day. */
  static SimulatedDay drawn(SplittableRandom random) {
    UniformRandomProvider chance = random::nextLong;
    ContinuousDistribution.Sampler service =
        GammaDistribution.of(SHAPE, MEAN / SHAPE).createSampler(chance);
    List<Visit> visits = new ArrayList<>();
    for (int i = 0; i < SLOTS; i++) {
      if (random.nextDouble() < KEPT) {
        Instant slot = at(i * BETWEEN_SLOTS);
        visits.add(new Visit(slot, Optional.of(slot), minutes(service.sample())));
      }
    }
    for (double t = random.nextExponential() * BETWEEN_WALK_INS;
        t < WALK_INS_LAST;
        t += random.nextExponential() * BETWEEN_WALK_INS) {
      visits.add(new Visit(at(t), Optional.empty(), minutes(service.sample())));
    }
    visits.sort(Comparator.comparing(Visit::arrival));
    return new SimulatedDay(visits);
  }

  private static Instant at(double minutes) {
    return BEGIN.plus(minutes(minutes));
  }

  private static Duration minutes(double minutes) {
    return Duration.ofNanos(Math.round(minutes * 60e6) * 1000);
  }

  private record Counter(int number, Instant free) {}

  /** Lets all visitors come, wait and be served; returns them in the order of the calls. */
  List<Served> through(Line line) {
    PriorityQueue<Counter> counters =
        new PriorityQueue<>(Comparator.comparing(Counter::free).thenComparing(Counter::number));
    for (int number = 0; number < COUNTERS; number++) {
      counters.add(new Counter(number, BEGIN));
    }
    List<Served> served = new ArrayList<>();
    int arrived = 0;
    while (served.size() < visits.size()) {
      Counter counter = counters.remove();
      Instant now = counter.free();
      for (; arrived < visits.size() && !visits.get(arrived).arrival().isAfter(now); arrived++) {
        line.join(visits.get(arrived));
      }
      Optional<Visit> next = line.next(now, counter.number());
      if (next.isPresent()) {
        Visit visit = next.get();
        served.add(new Served(visit, Duration.between(visit.arrival(), now)));
        counters.add(new Counter(counter.number(), now.plus(visit.service())));
      } else {
        counters.add(new Counter(counter.number(), visits.get(arrived).arrival()));
      }
    }
    return served;
  }
}
