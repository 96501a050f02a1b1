package de.lokalwillkommen.web.ratelimit;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/**
 * A {@link RateLimit} per key, such as an office or a visitor. The least recently used one is
 * dropped, so that strangers who invent keys cannot exhaust memory.
 *
 * @param <K> the key
 */
public final class RateLimits<K> {

  private final Map<K, RateLimit> latest = new LinkedHashMap<>(16, 0.75f, true);
  private final int most;
  private final Supplier<RateLimit> fresh;

  /**
   * @param most the greatest number of limits kept
   * @param fresh makes the limit for a new key
   */
  public RateLimits(int most, Supplier<RateLimit> fresh) {
    this.most = most;
    this.fresh = fresh;
  }

  /** The limit of a key. */
  public synchronized RateLimit of(K key) {
    RateLimit limit = latest.computeIfAbsent(key, k -> fresh.get());
    if (latest.size() > most) {
      latest.remove(latest.keySet().iterator().next());
    }
    return limit;
  }

  /** Whether there is a limit for the key, that is, whether it was used lately. */
  public synchronized boolean knows(K key) {
    return latest.containsKey(key);
  }
}
