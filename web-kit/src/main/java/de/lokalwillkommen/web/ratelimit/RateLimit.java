package de.lokalwillkommen.web.ratelimit;

import de.lokalwillkommen.core.kernel.Refusal;
import de.lokalwillkommen.core.kernel.Refusal.Kind;
import de.lokalwillkommen.web.rest.Problem;
import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * A rate limit: a burst at once, then a fixed number per period. All rate limits refuse in the same
 * way and say after how many seconds a retry can succeed.
 */
public final class RateLimit {

  private static final String USUAL_REFUSAL = "request.tooMany";
  private static final long NANOS_A_SECOND = TimeUnit.SECONDS.toNanos(1);

  private final Bucket left;
  private final long atOnce;
  private final String refusal;

  private RateLimit(Bucket left, long atOnce, String refusal) {
    this.left = left;
    this.atOnce = atOnce;
    this.refusal = refusal;
  }

  /** A limit of {@code atOnce} at once, and after that of {@code more} in every {@code time}. */
  public static RateLimit of(int atOnce, int more, Duration time) {
    return of(atOnce, more, time, TimeMeter.SYSTEM_NANOTIME);
  }

  /** The same with another clock, which is not a wall clock. */
  public static RateLimit of(int atOnce, int more, Duration time, TimeMeter clock) {
    return of(Bandwidth.builder().capacity(atOnce).refillGreedy(more, time).build(), clock);
  }

  /**
   * A limit of another kind.
   *
   * @param time the clock; not a wall clock: after a leap ahead and back the bucket would not be
   *     refilled until that date
   */
  public static RateLimit of(Bandwidth limit, TimeMeter time) {
    Bucket full = Bucket.builder().withCustomTimePrecision(monotonic(time)).addLimit(limit).build();
    return new RateLimit(full, limit.getCapacity(), USUAL_REFUSAL);
  }

  static TimeMeter monotonic(TimeMeter time) {
    if (time.isWallClockBased()) {
      throw new IllegalArgumentException("a wall clock may leap: " + time);
    }
    return time;
  }

  /** The same limit with another message, by its key below {@code refusal.}. */
  public RateLimit refusing(String key) {
    return new RateLimit(left, atOnce, key);
  }

  /**
   * Takes one.
   *
   * @throws de.lokalwillkommen.core.kernel.Refused {@code TOO_OFTEN} if none is left
   */
  public void take() {
    take(1);
  }

  /**
   * Takes several or none. A number above the burst capacity counts as the burst capacity; zero is
   * always available.
   *
   * @throws de.lokalwillkommen.core.kernel.Refused {@code TOO_OFTEN} if fewer are left
   */
  public void take(int count) {
    Optional<Refusal> objection = tryTake(count);
    if (objection.isPresent()) {
      throw objection.get().asException();
    }
  }

  /** Takes one, or returns the reason for the refusal. */
  public Optional<Refusal> tryTake() {
    return tryTake(1);
  }

  /** Takes several or none, like {@link #take(int)}, or returns the reason for the refusal. */
  Optional<Refusal> tryTake(int count) {
    // the bucket does not accept zero
    if (count == 0) {
      return Optional.empty();
    }
    ConsumptionProbe answer = left.tryConsumeAndReturnRemaining(Math.min(count, atOnce));
    if (answer.isConsumed()) {
      return Optional.empty();
    }
    long seconds = (answer.getNanosToWaitForRefill() + NANOS_A_SECOND - 1) / NANOS_A_SECOND;
    return Optional.of(
        Refusal.of(Kind.TOO_OFTEN, refusal).with(Problem.RETRY_AFTER, Math.max(1, seconds)));
  }

  /** Gives one back that was taken for something that does not count. */
  public void giveBack() {
    giveBack(1);
  }

  void giveBack(int count) {
    if (count > 0) {
      left.addTokens(Math.min(count, atOnce));
    }
  }

  /** Whether at least half of the burst capacity is left. */
  boolean isHalfFull() {
    return 2 * left.getAvailableTokens() >= atOnce;
  }
}
