package de.lokalwillkommen.core.forecast;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.commons.statistics.distribution.GammaDistribution;

/**
 * The queue-length forecast: with n people ahead, c busy counters and consultations of mean S the
 * wait is Gamma distributed with shape n + 1 and scale S / c (Ibrahim and Whitt 2009, "QL"). The
 * estimate is the range from its 20 % to its 80 % quantile.
 */
@ApplicationScoped
public class QueueLengthForecast implements WaitForecast {

  static final double LOWER = 0.2;
  static final double UPPER = 0.8;

  // the quantiles scale with S / c, so one computation per number of people ahead is enough
  private final Map<Integer, Range> unitRanges = new ConcurrentHashMap<>();

  @Override
  public Estimate estimate(Situation situation) {
    double scale = situation.consultation().toSeconds() / 60.0 / situation.counters();
    Range unit =
        unitRanges.computeIfAbsent(
            situation.ahead(),
            ahead -> new Range(quantile(ahead, 1, LOWER), quantile(ahead, 1, UPPER)));
    Instant now = situation.now();
    return Estimate.between(unit.lower() * scale, unit.upper() * scale, now);
  }

  /**
   * The quantile of the wait.
   *
   * @param ahead people ahead
   * @param scale mean time between two calls, S / c, in any unit
   * @param probability between 0 and 1
   * @return in the unit of {@code scale}
   */
  static double quantile(int ahead, double scale, double probability) {
    return GammaDistribution.of(ahead + 1.0, scale).inverseCumulativeProbability(probability);
  }

  private record Range(double lower, double upper) {}
}
