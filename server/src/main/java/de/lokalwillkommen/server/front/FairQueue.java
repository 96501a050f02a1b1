package de.lokalwillkommen.server.front;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * A queue in which clients take turns: a client with many entries delays only its own. Entries of
 * one client keep their order.
 */
final class FairQueue<T> {

  private final Map<String, Deque<T>> clients = new LinkedHashMap<>();
  private final int most;
  private int size;

  /**
   * @param most how many entries there may be
   */
  FairQueue(int most) {
    this.most = most;
  }

  /**
   * Adds an entry. If the queue is full, the client with most entries loses its last one.
   *
   * @return the entry that has no place, perhaps this one
   */
  Optional<T> add(String client, T entry) {
    clients.computeIfAbsent(client, c -> new ArrayDeque<>()).addLast(entry);
    size++;
    return size > most ? Optional.of(removeSurplus(client)) : Optional.empty();
  }

  /** The new entry's client loses it if no other client has more. */
  private T removeSurplus(String newcomer) {
    String longest =
        clients.keySet().stream()
            .max(
                Comparator.<String>comparingInt(client -> clients.get(client).size())
                    .thenComparing(newcomer::equals))
            .orElseThrow();
    T last = clients.get(longest).removeLast();
    removeIfEmpty(longest);
    size--;
    return last;
  }

  int size() {
    return size;
  }

  /** Takes the first entry of the client whose turn it is. */
  Optional<T> poll() {
    if (clients.isEmpty()) {
      return Optional.empty();
    }
    String client = clients.keySet().iterator().next();
    Deque<T> own = clients.remove(client);
    T first = own.removeFirst();
    if (!own.isEmpty()) {
      clients.put(client, own);
    }
    size--;
    return Optional.of(first);
  }

  /** Takes, from the front of each client's entries, all that fulfil a condition. */
  List<T> pollAll(Predicate<T> condition) {
    List<T> taken = new ArrayList<>();
    for (String client : List.copyOf(clients.keySet())) {
      Deque<T> own = clients.get(client);
      while (!own.isEmpty() && condition.test(own.peekFirst())) {
        taken.add(own.removeFirst());
        size--;
      }
      removeIfEmpty(client);
    }
    return taken;
  }

  private void removeIfEmpty(String client) {
    if (clients.get(client).isEmpty()) {
      clients.remove(client);
    }
  }
}
