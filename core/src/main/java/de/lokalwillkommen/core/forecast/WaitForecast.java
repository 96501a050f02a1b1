package de.lokalwillkommen.core.forecast;

import java.time.Duration;
import java.time.Instant;

/** A way of forecasting a wait from the state of a line. */
public interface WaitForecast {

  /**
   * The known state of the line in front of a visitor.
   *
   * @param ahead the number of people waiting before the visitor, 0 or more
   * @param counters the number of counters that take visitors, at least 1
   * @param consultation the mean length of a consultation, more than zero
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

  /** The estimated wait until the call. */
  Estimate estimate(Situation situation);
}
