package de.lokalwillkommen.server.front;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The unread part of a client's answers.
 *
 * @param client the client
 * @param bytes the number of unread bytes
 * @param known whether a known caller came from the client's address
 */
record Unsent<T>(T client, long bytes, boolean known) {

  private static final Comparator<Unsent<?>> FIRST_TO_GO =
      Comparator.<Unsent<?>, Boolean>comparing(Unsent::known)
          .thenComparing(Unsent::bytes, Comparator.reverseOrder());

  /**
   * The clients to disconnect so that no more than a limit is buffered: strangers first, those with
   * most unread bytes before others. A client without unread bytes is never disconnected.
   */
  static <T> List<T> listSurplus(List<Unsent<T>> all, long limit) {
    long left = all.stream().mapToLong(Unsent::bytes).sum();
    List<T> surplus = new ArrayList<>();
    for (Unsent<T> next : all.stream().sorted(FIRST_TO_GO).toList()) {
      if (left <= limit) {
        break;
      }
      if (next.bytes() > 0) {
        left -= next.bytes();
        surplus.add(next.client());
      }
    }
    return surplus;
  }
}
