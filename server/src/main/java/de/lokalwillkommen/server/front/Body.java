package de.lokalwillkommen.server.front;

import java.util.Arrays;

/** The body of a request while it arrives: as many bytes of memory as there are bytes of it. */
final class Body {

  private static final int FIRST = 512;

  private final int mostBytes;
  private byte[] bytes = new byte[0];
  private int length;

  Body(int mostBytes) {
    this.mostBytes = mostBytes;
  }

  /** Whether there is room for so many more. */
  boolean admits(int more) {
    return more <= mostBytes - length;
  }

  /** Where the next so many bytes go: at the end of what {@link #length} says afterwards. */
  byte[] bytesFor(int more) {
    if (!admits(more)) {
      throw new IllegalArgumentException("no room for " + more);
    }
    length += more;
    if (length > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.min(mostBytes, Math.max(FIRST, 2 * length)));
    }
    return bytes;
  }

  byte[] bytes() {
    return bytes;
  }

  int length() {
    return length;
  }

  /** How much memory it takes. */
  int size() {
    return bytes.length;
  }
}
