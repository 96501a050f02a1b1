package de.lokalwillkommen.web.ratelimit;

import io.github.bucket4j.TimeMeter;
import java.time.Duration;

/** A clock that advances only when a test tells it to. */
public final class StoppedTime implements TimeMeter {

  private long nanos;

  public void passes(Duration duration) {
    nanos += duration.toNanos();
  }

  @Override
  public long currentTimeNanos() {
    return nanos;
  }

  @Override
  public boolean isWallClockBased() {
    return false;
  }
}
