package de.lokalwillkommen.server.front;

import java.io.IOException;
import java.net.InetAddress;
import java.net.SocketAddress;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.glassfish.grizzly.Buffer;
import org.glassfish.grizzly.CompletionHandler;
import org.glassfish.grizzly.Connection;
import org.glassfish.grizzly.ConnectionProbe;
import org.glassfish.grizzly.EmptyCompletionHandler;
import org.glassfish.grizzly.Grizzly;
import org.glassfish.grizzly.WriteResult;
import org.glassfish.grizzly.attributes.Attribute;
import org.glassfish.grizzly.nio.NIOConnection;

/** One connection, and the phase of its current request. */
final class Wire {

  private static final Logger LOG = Logger.getLogger(Wire.class.getName());
  private static final Attribute<Wire> ATTRIBUTE =
      Grizzly.DEFAULT_ATTRIBUTE_BUILDER.createAttribute(Wire.class.getName());

  /** What the connection waits for. */
  enum Phase {
    /** The first byte of the first request. */
    NEW,
    /** The first byte of the next request. */
    IDLE,
    /** The rest of a head. */
    HEAD,
    /** The rest of a body. */
    BODY,
    /** An application's answer. */
    BUSY,
    /** Nothing: it is a WebSocket. */
    SOCKET,
    /** The client, to read the reason for its refusal. */
    REFUSED
  }

  private final Connection<SocketAddress> connection;
  private final InetAddress address;
  private final Budget budget;
  private final int usualUnsent;
  private final AtomicReference<Stage> stage = new AtomicReference<>(Stage.of(Phase.NEW));
  private final UnreadBytes unfetched = new UnreadBytes();
  private Optional<Body> body = Optional.empty();
  private Optional<FrameLimit> frames = Optional.empty();
  private long held;

  /**
   * A phase that has begun; each is an object of its own, so that two stages are never confused.
   *
   * @param since when it began, by {@link System#nanoTime}
   */
  record Stage(Phase phase, long since) {

    static Stage of(Phase phase) {
      return new Stage(phase, System.nanoTime());
    }

    boolean isOver(Duration limit) {
      return System.nanoTime() - since > limit.toNanos();
    }
  }

  Wire(Connection<SocketAddress> connection, InetAddress address, Budget budget) {
    this.connection = connection;
    this.address = address;
    this.budget = budget;
    this.usualUnsent = connection.getMaxAsyncWriteQueueSize();
    ATTRIBUTE.set(connection, this);
    connection
        .getMonitoringConfig()
        .addProbes(
            new ConnectionProbe.Adapter() {
              @Override
              @SuppressWarnings("rawtypes") // raw type as in the interface
              public void onWriteEvent(Connection written, Buffer data, long size) {
                unfetched.sent(size);
              }
            });
  }

  static Wire of(Connection<?> connection) {
    return ATTRIBUTE.get(connection);
  }

  Connection<SocketAddress> connection() {
    return connection;
  }

  /** The address from which the client has connected. */
  InetAddress address() {
    return address;
  }

  Stage stage() {
    return stage.get();
  }

  Phase phase() {
    return stage().phase();
  }

  void enter(Phase next) {
    stage.set(Stage.of(next));
  }

  /** Moves from one stage to the next phase; false if the stage has ended meanwhile. */
  boolean leave(Stage from, Phase next) {
    return stage.compareAndSet(from, Stage.of(next));
  }

  /** Moves from one phase to the next; false if the phase has changed meanwhile. */
  boolean leave(Phase from, Phase next) {
    Stage current = stage();
    return current.phase() == from && leave(current, next);
  }

  /** Reserves memory for a partly received request; false if there is no more. */
  synchronized boolean hold(long bytes) {
    if (!budget.change(bytes - held)) {
      return false;
    }
    held = bytes;
    return true;
  }

  /** Releases the memory. */
  synchronized void release() {
    budget.change(-held);
    held = 0;
    body = Optional.empty();
  }

  Optional<Body> body() {
    return body;
  }

  void collect(Body into) {
    body = Optional.of(into);
    enter(Phase.BODY);
  }

  Optional<FrameLimit> frames() {
    return frames;
  }

  void follow(FrameLimit limit) {
    frames = Optional.of(limit);
    // detects a board that does not read its messages, instead of buffering for it
    connection.setMaxAsyncWriteQueueSize(usualUnsent);
    enter(Phase.SOCKET);
  }

  boolean isRefusedSocket() {
    // the phase first: it is written last, and by another thread
    return phase() == Phase.REFUSED && frames.isPresent();
  }

  /** Ends the output once these bytes are written; earlier ones may still be on their way. */
  @SuppressWarnings("rawtypes") // required by Grizzly
  CompletionHandler<WriteResult> lastWords() {
    return new EmptyCompletionHandler<>() {
      @Override
      public void completed(WriteResult result) {
        endOutput();
      }
    };
  }

  /** The number of bytes of answers that the client has not read. */
  long unsent() {
    long bytes = ((NIOConnection) connection).getAsyncWriteQueue().spaceInBytes();
    unfetched.look(bytes, System.nanoTime());
    return bytes;
  }

  /** How long the client has left bytes unread. */
  long unsentNanos() {
    return unfetched.nanos(System.nanoTime());
  }

  /** Ends the output; what the client still sends is left unread until the connection is closed. */
  void endOutput() {
    try {
      ((SocketChannel) ((NIOConnection) connection).getChannel()).shutdownOutput();
    } catch (IOException e) {
      LOG.log(Level.FINE, "the client has gone", e);
    }
  }

  /** Ends the connection at once; closing it would wait until the client has read all bytes. */
  void cut() {
    connection.terminateSilently();
  }
}
