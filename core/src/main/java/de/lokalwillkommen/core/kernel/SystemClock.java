package de.lokalwillkommen.core.kernel;

import de.lokalwillkommen.core.kernel.time.TrustedTime;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;

/** The clock of all use cases and pages; it shows the office's time. */
@ApplicationScoped
class SystemClock {

  private final TrustedTime time = TrustedTime.ofServer();

  @Produces
  TrustedTime time() {
    return time;
  }

  /** Whole milliseconds, so that both databases return an instant as it was stored. */
  @Produces
  Clock clock() {
    InstantSource source = time::now;
    return Clock.tick(source.withZone(ZoneOffset.UTC), Duration.ofMillis(1));
  }
}
