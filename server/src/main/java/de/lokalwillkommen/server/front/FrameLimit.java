package de.lokalwillkommen.server.front;

import java.util.function.LongSupplier;

/**
 * Follows the frames that a WebSocket's client sends (RFC 6455, 5.2) and rejects a frame, by its
 * header, that makes a message too long, even one in many fragments, or that comes too soon after
 * many others: each frame occupies a thread for a moment, and the pages of this product only send
 * signs of life and what they show. It stores only counters.
 */
final class FrameLimit {

  /** The most bytes of a message. */
  static final int MOST_BYTES = 4 * 1024;

  /** The most fragments of a message, since empty fragments could go on for ever. */
  private static final int MOST_FRAGMENTS = 64;

  private static final int FRAMES_AT_ONCE = 200;
  private static final double FRAMES_A_SECOND = 5;
  private static final double NANOS_A_SECOND = 1_000_000_000;

  private static final int SHORT_HEADER = 2;
  private static final int MASK_LENGTH = 4;
  private static final int FINAL = 0x80;
  private static final int MASKED = 0x80;
  private static final int CONTROL = 0x08;
  private static final int LENGTH = 0x7F;
  private static final int TWO_BYTES = 126;
  private static final int EIGHT_BYTES = 127;

  private final LongSupplier nanos;
  private double framesLeft = FRAMES_AT_ONCE;
  private long lastFrame;
  private boolean tooOften;
  private int headerRead;
  private int headerLength = SHORT_HEADER;
  private int maskLength;
  private int first;
  private long length;
  private long payloadLeft;
  private long message;
  private int fragments;

  FrameLimit() {
    this(System::nanoTime);
  }

  /**
   * @param nanos a monotonic clock
   */
  FrameLimit(LongSupplier nanos) {
    this.nanos = nanos;
    this.lastFrame = nanos.getAsLong();
  }

  /** Whether a frame was refused because there were too many. */
  boolean isTooOften() {
    return tooOften;
  }

  private boolean isInTime() {
    long now = nanos.getAsLong();
    double more = (now - lastFrame) / NANOS_A_SECOND * FRAMES_A_SECOND;
    framesLeft = Math.min(FRAMES_AT_ONCE, framesLeft + more) - 1;
    lastFrame = now;
    return framesLeft >= 0;
  }

  /**
   * Takes the next byte from the client; false if its frame or message is too long, or one too
   * many.
   */
  boolean admits(byte next) {
    if (payloadLeft > 0) {
      payloadLeft--;
      return true;
    }
    int value = next & 0xFF;
    switch (headerRead) {
      case 0 -> first = value;
      case 1 -> second(value);
      default -> {
        if (headerRead < headerLength - maskLength) {
          length = length << Byte.SIZE | value;
        }
      }
    }
    headerRead++;
    return headerRead < headerLength || isWithin();
  }

  private void second(int value) {
    maskLength = (value & MASKED) == 0 ? 0 : MASK_LENGTH;
    int brief = value & LENGTH;
    int further = brief == TWO_BYTES ? Short.BYTES : brief == EIGHT_BYTES ? Long.BYTES : 0;
    length = further == 0 ? brief : 0;
    headerLength = SHORT_HEADER + further + maskLength;
  }

  /** Whether a frame whose header is complete is within the limits. */
  private boolean isWithin() {
    headerRead = 0;
    headerLength = SHORT_HEADER;
    payloadLeft = length;
    if (length < 0 || length > MOST_BYTES) {
      return false;
    }
    if (!isInTime()) {
      tooOften = true;
      return false;
    }
    if ((first & CONTROL) != 0) {
      return true;
    }
    message += length;
    fragments++;
    boolean within = message <= MOST_BYTES && fragments <= MOST_FRAGMENTS;
    if ((first & FINAL) != 0) {
      message = 0;
      fragments = 0;
    }
    return within;
  }
}
