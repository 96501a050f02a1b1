package de.lokalwillkommen.server.front;

import java.time.Duration;

/**
 * The limits on the resources of the server that strangers may use.
 *
 * @param connections the most connections at a time; the last fifth is reserved for addresses of
 *     known callers
 * @param perAddress the most of them from one address that belongs neither to this machine nor to a
 *     proxy
 * @param head how long a request may take to send its head, from its first byte or, on a new
 *     connection, from the beginning
 * @param body how long it may take to send its body
 * @param answer how long it may take to fetch its answer
 * @param idle how long a connection stays between two requests
 * @param linger how long a refused request may go on sending before the connection is cut
 * @param memory the most bytes of what has arrived in part, of all connections together
 * @param unsent the most bytes of what has not been fetched yet, of all connections together
 * @param strangersAtOnce how many requests of strangers are processed at a time
 * @param strangersWaiting how many more wait for that, without a thread
 * @param turn how long they wait
 */
record Limits(
    int connections,
    int perAddress,
    Duration head,
    Duration body,
    Duration answer,
    Duration idle,
    Duration linger,
    long memory,
    long unsent,
    int strangersAtOnce,
    int strangersWaiting,
    Duration turn) {

  private static final int MEBIBYTE = 1024 * 1024;

  /** The product's defaults, for a heap that may grow to 768 MiB and 64 threads. */
  static Limits usual() {
    return new Limits(
        10_000,
        2_000,
        Duration.ofSeconds(20),
        Duration.ofSeconds(30),
        Duration.ofSeconds(60),
        Duration.ofSeconds(30),
        Duration.ofSeconds(2),
        32 * MEBIBYTE,
        64 * MEBIBYTE,
        32,
        2_000,
        Duration.ofSeconds(30));
  }
}
