package de.lokalwillkommen.server.front;

import java.util.concurrent.atomic.AtomicLong;

/**
 * How long a client has left bytes of answers unread. The number of unread bytes is sampled at
 * irregular times, and between two samples a client may read all of them and be sent more: bytes
 * that were unread in a sample count until as many bytes have been sent.
 */
final class UnreadBytes {

  private final AtomicLong sent = new AtomicLong();
  private long left;
  private long sentBefore;
  private long since;

  /** Records that bytes have been sent to the client. */
  void sent(long bytes) {
    sent.addAndGet(Math.max(0, bytes));
  }

  /**
   * Records how many bytes are unread at a time.
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

  /** The least possible age of the oldest unread byte at the last sample. */
  synchronized long nanos(long now) {
    return left == 0 ? 0 : now - since;
  }
}
