package de.lokalwillkommen.server.front;

import java.util.concurrent.atomic.AtomicLong;

/**
 * For how long a client has left bytes of answers unfetched. Only looks at irregular times tell how
 * many are left, and a client may fetch all and be sent more between two of them: what was left at
 * one look counts until as many bytes have been sent.
 */
final class UnreadBytes {

  private final AtomicLong sent = new AtomicLong();
  private long left;
  private long sentBefore;
  private long since;

  /** Notes that bytes have left for the client. */
  void sent(long bytes) {
    sent.addAndGet(Math.max(0, bytes));
  }

  /**
   * Notes how many bytes are left at a time.
   *
   * @param now a reading of {@link System#nanoTime}
   */
  synchronized void look(long bytes, long now) {
    long sentSoFar = sent.get();
    if (bytes == 0) {
      left = 0;
    } else if (left == 0 || sentSoFar - sentBefore >= left) {
      left = bytes;
      sentBefore = sentSoFar;
      since = now;
    }
  }

  /** How old the oldest unfetched byte is at least, as seen at the last look. */
  synchronized long nanos(long now) {
    return left == 0 ? 0 : now - since;
  }
}
