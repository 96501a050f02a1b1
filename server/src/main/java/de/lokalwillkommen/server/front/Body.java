package de.lokalwillkommen.server.front;

import java.util.Arrays;

/** The body of a request while it arrives: takes as much memory as it has bytes. */
final class Body {

  private static final int FIRST = 512;

  private final int mostBytes;
  private byte[] bytes = new byte[0];
  private int length;

  Body(int mostBytes) {
    this.mostBytes = mostBytes;
  }

  /** Whether that many more bytes fit. */
  boolean admits(int more) {
    return more <= mostBytes - length;
  }

  /** Where to write the next bytes: the end of {@link #length} after this call. */
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

  /** The memory that it takes. */
  int size() {
    return bytes.length;
  }
}
