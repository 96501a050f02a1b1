package de.lokalwillkommen.server.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Many sockets that only receive, all read by one thread, which discards what it reads: the load
 * driver shares the machine with the server that it measures.
 */
final class LeanPhones implements AutoCloseable {

  private static final int AT_ONCE = 50;
  private static final long PATIENCE_SECONDS = 120;

  private final Selector selector = Selector.open();
  private final ByteBuffer buffer = ByteBuffer.allocate(64 * 1024);
  private final AtomicLong bytes = new AtomicLong();
  private final AtomicLong lost = new AtomicLong();
  private final AtomicLong slowest = new AtomicLong();
  private final Thread reader;
  private volatile boolean open = true;
  private volatile long since = System.nanoTime();

  /** When a socket last received data, and whether its handshake is complete. */
  private static final class Phone {
    private long heard = System.nanoTime();
    private boolean agreed;
  }

  private final int port;
  private int wanted;
  private final AtomicLong agreed = new AtomicLong();

  LeanPhones(int port) throws IOException {
    this.port = port;
    this.reader = new Thread(this::read, "phones");
    reader.setDaemon(true);
    reader.start();
  }

  /** Opens a socket at each path, some at a time, and waits until all are open. */
  void open(List<String> paths, String protocol) throws IOException, InterruptedException {
    for (String path : paths) {
      SocketChannel channel = SocketChannel.open();
      channel.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
      channel.write(ByteBuffer.wrap(handshake(path, protocol)));
      channel.configureBlocking(false);
      selector.wakeup();
      channel.register(selector, SelectionKey.OP_READ, new Phone());
      wanted++;
      await(wanted - AT_ONCE);
    }
    await(wanted);
  }

  private void await(int so) throws InterruptedException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    while (agreed.get() < so && System.nanoTime() < end) {
      TimeUnit.MILLISECONDS.sleep(1);
    }
    if (agreed.get() < so) {
      throw new IllegalStateException(agreed.get() + " of " + wanted + " sockets were opened");
    }
  }

  private byte[] handshake(String path, String protocol) {
    return ("GET "
            + path
            + " HTTP/1.1\r\nHost: 127.0.0.1:"
            + port
            + "\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13"
            + "\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\nSec-WebSocket-Protocol: "
            + protocol
            + "\r\n\r\n")
        .getBytes(StandardCharsets.US_ASCII);
  }

  private void read() {
    try {
      while (open) {
        selector.select(this::readFrom, 100);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void readFrom(SelectionKey key) {
    Phone phone = (Phone) key.attachment();
    try {
      buffer.clear();
      int read = ((SocketChannel) key.channel()).read(buffer);
      if (read < 0) {
        lost.incrementAndGet();
        key.channel().close();
        return;
      }
      bytes.addAndGet(read);
      long now = System.nanoTime();
      if (phone.agreed) {
        slowest.accumulateAndGet(now - Math.max(phone.heard, since), Math::max);
      } else {
        phone.agreed = true;
        agreed.incrementAndGet();
      }
      phone.heard = now;
    } catch (IOException broken) {
      lost.incrementAndGet();
      key.cancel();
    }
  }

  /** How many sockets the server has closed. */
  long lost() {
    return lost.get();
  }

  /** Resets the measurement of the longest silence. */
  void forgetSilence() {
    since = System.nanoTime();
    slowest.set(0);
  }

  /** The longest time between two messages of a socket, in seconds. */
  double longestSilence() {
    return slowest.get() / (double) TimeUnit.SECONDS.toNanos(1);
  }

  @Override
  public void close() throws IOException {
    open = false;
    selector.wakeup();
    try {
      reader.join(TimeUnit.SECONDS.toMillis(5));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    for (SelectionKey key : selector.keys()) {
      key.channel().close();
    }
    selector.close();
  }
}
