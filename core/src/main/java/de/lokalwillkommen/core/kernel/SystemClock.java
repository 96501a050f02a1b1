package de.lokalwillkommen.core.kernel;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.time.Clock;
import java.time.Duration;

/** The only place that asks the machine for the time. */
@ApplicationScoped
class SystemClock {

  /** Whole milliseconds, so that an instant is the same before and after both databases. */
  @Produces
  Clock clock() {
    return Clock.tick(Clock.systemUTC(), Duration.ofMillis(1));
  }
}
