package de.lokalwillkommen.server.front;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * What a client has not fetched of its answers.
 *
 * @param client whose it is
 * @param bytes how much
 * @param known whether a known caller came from the client's address
 */
record Unsent<T>(T client, long bytes, boolean known) {

  private static final Comparator<Unsent<?>> FIRST_TO_GO =
      Comparator.<Unsent<?>, Boolean>comparing(Unsent::known)
          .thenComparing(Unsent::bytes, Comparator.reverseOrder());

  /**
   * The clients that must go so that no more than a limit is kept for the others: strangers first,
   * and of them those who leave most. A client that leaves nothing never is one of them.
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
