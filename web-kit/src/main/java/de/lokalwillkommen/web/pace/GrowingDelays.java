package de.lokalwillkommen.web.pace;

import de.lokalwillkommen.core.kernel.Refusal;
import de.lokalwillkommen.core.kernel.Refusal.Kind;
import de.lokalwillkommen.web.rest.Problem;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * How long to wait between wrong guesses: some cost nothing, and each one after that doubles the
 * wait, up to a longest. A right one forgets the wrong ones, and so does a day without any. An
 * attempt counts as wrong until it is known to be right, so that many at once are no way around.
 *
 * @param <K> what tells those apart who guess
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
   * @param free how many wrong guesses cost nothing
   * @param first the wait after the next one
   * @param longest the longest wait
   * @param refusal the key of the message, below {@code refusal.}, which is given minutes
   * @param time measures the waits; not a wall clock, see {@link Pace}
   */
  public GrowingDelays(int free, Duration first, Duration longest, String refusal, TimeMeter time) {
    this.free = free;
    this.first = first.toNanos();
    this.longest = longest.toNanos();
    this.refusal = refusal;
    this.time = Pace.monotonic(time);
  }

  private record Wrong(int count, long last) {}

  /** One attempt; it counts as wrong unless one of these is called. */
  public interface Attempt {

    /** It was right. */
    void wasRight();

    /** It was not looked at. */
    void doesNotCount();
  }

  /**
   * Begins an attempt.
   *
   * @throws de.lokalwillkommen.core.kernel.Refused {@code TOO_OFTEN} if it comes too soon
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
