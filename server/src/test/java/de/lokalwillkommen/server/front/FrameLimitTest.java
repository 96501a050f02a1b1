package de.lokalwillkommen.server.front;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;

class FrameLimitTest {

  private static final int TEXT = 0x1;
  private static final int CONTINUED = 0x0;
  private static final int PING = 0x9;
  private static final int LAST = 0x80;

  private long now = Long.MAX_VALUE - 1_000_000;
  private final FrameLimit limit = new FrameLimit(() -> now);

  @Test
  void aMessageOfFourKibibytesPassesAndOneByteMoreDoesNot() {
    assertThat(admits(header(LAST | TEXT, 4096))).isTrue();
    assertThat(admits(new byte[4096])).isTrue();
    assertThat(admits(header(LAST | TEXT, 4097))).isFalse();
  }

  @Test
  void aFrameIsRefusedByItsHeaderAlone() {
    assertThat(admits(header(LAST | TEXT, 1L << 30))).isFalse();
  }

  @Test
  void aLengthBelowZeroIsNoLength() {
    assertThat(admits(header(LAST | TEXT, Long.MIN_VALUE))).isFalse();
  }

  @Test
  void fragmentsCountAsOneMessage() {
    assertThat(admits(header(TEXT, 4000)) && admits(new byte[4000])).isTrue();
    assertThat(admits(header(LAST | PING, 100)) && admits(new byte[100])).isTrue();
    assertThat(admits(header(LAST | CONTINUED, 97))).isFalse();
  }

  @Test
  void twoHundredFramesAtOnceAndThenFiveASecond() {
    assertThat(pings()).isEqualTo(200);
    assertThat(limit.isTooOften()).isTrue();
  }

  @Test
  void occasionalSignsOfLifeAreNeverTooMany() {
    for (int second = 0; second < 10_000; second++) {
      now += 1_000_000_000;
      for (int i = 0; i < 5; i++) {
        assertThat(admits(header(LAST | PING, 0))).isTrue();
      }
    }
    assertThat(limit.isTooOften()).isFalse();
  }

  private int pings() {
    int pings = 0;
    while (admits(header(LAST | PING, 0))) {
      pings++;
    }
    return pings;
  }

  @Test
  void emptyFragmentsDoNotGoOnForEver() {
    int fragments = 0;
    while (admits(header(fragments == 0 ? TEXT : CONTINUED, 0))) {
      fragments++;
      assertThat(fragments).isLessThan(1000);
    }
  }

  @Test
  void manyShortMessagesPass() {
    for (int i = 0; i < 10_000; i++) {
      now += 200_000_000;
      assertThat(admits(header(LAST | TEXT, 40)) && admits(new byte[40])).isTrue();
    }
  }

  private boolean admits(byte[] bytes) {
    boolean all = true;
    for (byte next : bytes) {
      all &= limit.admits(next);
    }
    return all;
  }

  /** A masked frame's header. */
  private static byte[] header(int first, long length) {
    ByteBuffer header = ByteBuffer.allocate(14).put((byte) first);
    if (length >= 0 && length < 126) {
      header.put((byte) (0x80 | length));
    } else if (length >= 0 && length < 1 << 16) {
      header.put((byte) (0x80 | 126)).putShort((short) length);
    } else {
      header.put((byte) (0x80 | 127)).putLong(length);
    }
    header.putInt(0x01020304);
    byte[] bytes = new byte[header.position()];
    header.flip().get(bytes);
    return bytes;
  }
}
