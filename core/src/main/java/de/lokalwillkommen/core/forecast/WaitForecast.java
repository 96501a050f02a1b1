package de.lokalwillkommen.core.forecast;

import java.time.Duration;
import java.time.Instant;

/** A way of forecasting a wait from the state of a line. */
public interface WaitForecast {

  /**
   * What is known of the line in front of a visitor.
   *
   * @param ahead how many wait before the visitor, 0 or more
   * @param counters how many counters take visitors, at least 1
   * @param consultation how long a consultation takes on average, more than zero
   * @param now the present
   */
  record Situation(int ahead, int counters, Duration consultation, Instant now) {

    public Situation {
      if (ahead < 0 || counters < 1 || consultation.isNegative() || consultation.isZero()) {
        throw new IllegalArgumentException(
            ahead + " ahead, " + counters + " counters, " + consultation);
      }
    }
  }

  /** The wait until being called. */
  Estimate estimate(Situation situation);
}
