package de.lokalwillkommen.web.pace;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/**
 * A {@link Pace} for each of many, such as every office or every visitor. It forgets the one that
 * has been quiet for longest, so that strangers who invent names cannot make it grow without end.
 *
 * @param <K> what tells them apart
 */
public final class Paces<K> {

  private final Map<K, Pace> latest = new LinkedHashMap<>(16, 0.75f, true);
  private final int most;
  private final Supplier<Pace> fresh;

  /**
   * @param most how many are kept in mind
   * @param fresh the pace of somebody new
   */
  public Paces(int most, Supplier<Pace> fresh) {
    this.most = most;
    this.fresh = fresh;
  }

  /** The pace of one of them. */
  public synchronized Pace of(K key) {
    Pace pace = latest.computeIfAbsent(key, k -> fresh.get());
    if (latest.size() > most) {
      latest.remove(latest.keySet().iterator().next());
    }
    return pace;
  }

  /** Whether somebody has been here before, as far as is remembered. */
  public synchronized boolean knows(K key) {
    return latest.containsKey(key);
  }
}
