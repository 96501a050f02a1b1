package de.lokalwillkommen.core.kernel;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * Caches the last snapshot of each office for all callers as long as it is current. Of many
 * concurrent callers one thread reads and the others wait for it. Only for reads outside of a
 * change: a transaction that has locked a line must not wait here for another one that waits for
 * the line.
 *
 * @param <S> the snapshot of an office at one moment
 */
public final class Snapshots<S> {

  private final Map<String, Latest<S>> offices = new ConcurrentHashMap<>();

  /**
   * The current snapshot of an office.
   *
   * @param isPresent whether an earlier snapshot is still current
   * @param reader reads a new snapshot
   */
  public S get(String office, Predicate<S> isPresent, Supplier<S> reader) {
    return offices.computeIfAbsent(office, o -> new Latest<>()).get(isPresent, reader);
  }

  private static final class Latest<S> {

    private S state;

    synchronized S get(Predicate<S> isPresent, Supplier<S> reader) {
      if (state == null || !isPresent.test(state)) {
        state = reader.get();
      }
      return state;
    }
  }
}
