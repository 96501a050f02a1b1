package de.lokalwillkommen.core.kernel;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * What was read last of each office, shared by all who ask for it as long as it is present. Of many
 * who ask at once, one reads and the others wait for it. Only for those who read outside of a
 * change: a transaction that holds a line must not wait here for another that waits for the line.
 *
 * @param <S> the state of an office at one moment
 */
public final class Snapshots<S> {

  private final Map<String, Latest<S>> offices = new ConcurrentHashMap<>();

  /**
   * The present state of an office.
   *
   * @param isPresent whether a state read earlier still holds
   * @param reader reads it anew
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
