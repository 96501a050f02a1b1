package de.lokalwillkommen.web.ratelimit;

import de.lokalwillkommen.core.kernel.Refusal;
import de.lokalwillkommen.core.kernel.Refusal.Kind;
import de.lokalwillkommen.web.rest.Problem;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Growing delays between wrong guesses: some are free, and each one after that doubles the delay,
 * up to a maximum. A right guess resets the count, and so does a day without a wrong one. An
 * attempt counts as wrong until it is known to be right, so that concurrent attempts cannot evade
 * the delay.
 *
 * @param <K> the key that identifies the guesser
 */
public final class GrowingDelays<K> {

  private static final int MOST = 10_000;
  private static final long FORGOTTEN_AFTER = TimeUnit.DAYS.toNanos(1);
  private static final long NANOS_A_SECOND = TimeUnit.SECONDS.toNanos(1);
  private static final int SECONDS_A_MINUTE = 60;
  private static final int MOST_DOUBLINGS = 20;

  private final Map<K, Wrong> latest = new LinkedHashMap<>(16, 0.75f, true);
  private final int free;
  private final long first;
  private final long longest;
  private final String refusal;
  private final TimeMeter time;

  /**
   * @param free how many wrong guesses are free
   * @param first the delay after the next one
   * @param longest the longest delay
   * @param refusal the key of the message, below {@code refusal.}, whose argument is minutes
   * @param time the clock for the delays; not a wall clock, which may leap
   */
  public GrowingDelays(int free, Duration first, Duration longest, String refusal, TimeMeter time) {
    this.free = free;
    this.first = first.toNanos();
    this.longest = longest.toNanos();
    this.refusal = refusal;
    this.time = RateLimit.monotonic(time);
  }

  private record Wrong(int count, long last) {}

  /** One attempt; it counts as wrong unless one of these methods is called. */
  public interface Attempt {

    /** The guess was right. */
    void wasRight();

    /** The guess was not checked. */
    void doesNotCount();
  }

  /**
   * Begins an attempt.
   *
   * @throws de.lokalwillkommen.core.kernel.Refused {@code TOO_OFTEN} if the delay is not over
   */
  public synchronized Attempt begin(K key) {
    long now = time.currentTimeNanos();
    Wrong before = latest.getOrDefault(key, new Wrong(0, now));
    if (now - before.last() > FORGOTTEN_AFTER) {
      before = new Wrong(0, now);
    }
    long left = before.last() + delayAfter(before.count()) - now;
    if (left > 0) {
      throw tooSoon(left).asException();
    }
    Wrong present = new Wrong(before.count() + 1, now);
    latest.put(key, present);
    if (latest.size() > MOST) {
      latest.remove(latest.keySet().iterator().next());
    }
    Wrong earlier = before;
    return new Attempt() {
      @Override
      public void wasRight() {
        forget(key);
      }

      @Override
      public void doesNotCount() {
        restore(key, present, earlier);
      }
    };
  }

  private Refusal tooSoon(long nanos) {
    long seconds = (nanos + NANOS_A_SECOND - 1) / NANOS_A_SECOND;
    long minutes = (seconds + SECONDS_A_MINUTE - 1) / SECONDS_A_MINUTE;
    return Refusal.of(Kind.TOO_OFTEN, refusal, minutes).with(Problem.RETRY_AFTER, seconds);
  }

  private long delayAfter(int wrong) {
    return wrong < free ? 0 : Math.min(longest, first << Math.min(wrong - free, MOST_DOUBLINGS));
  }

  private synchronized void forget(K key) {
    latest.remove(key);
  }

  private synchronized void restore(K key, Wrong present, Wrong earlier) {
    // another attempt may have been counted meanwhile
    latest.computeIfPresent(
        key,
        (k, found) -> found.equals(present) ? earlier : new Wrong(found.count() - 1, found.last()));
  }
}
