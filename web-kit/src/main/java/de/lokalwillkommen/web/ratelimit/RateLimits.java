package de.lokalwillkommen.web.ratelimit;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/**
 * A {@link RateLimit} for each of many, such as every office or every visitor. It forgets the one
 * that has been quiet for longest, so that strangers who invent names cannot make it grow without
 * end.
 *
 * @param <K> what tells them apart
 */
public final class RateLimits<K> {

  private final Map<K, RateLimit> latest = new LinkedHashMap<>(16, 0.75f, true);
  private final int most;
  private final Supplier<RateLimit> fresh;

  /**
   * @param most how many are kept in mind
   * @param fresh the limit of somebody new
   */
  public RateLimits(int most, Supplier<RateLimit> fresh) {
    this.most = most;
    this.fresh = fresh;
  }

  /** The limit of one of them. */
  public synchronized RateLimit of(K key) {
    RateLimit limit = latest.computeIfAbsent(key, k -> fresh.get());
    if (latest.size() > most) {
      latest.remove(latest.keySet().iterator().next());
    }
    return limit;
  }

  /** Whether somebody has been here before, as far as is remembered. */
  public synchronized boolean knows(K key) {
    return latest.containsKey(key);
  }
}
