package de.lokalwillkommen.server.front;

import java.io.IOException;
import java.net.InetAddress;
import java.net.SocketAddress;
import java.nio.channels.SocketChannel;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.glassfish.grizzly.Connection;
import org.glassfish.grizzly.Grizzly;
import org.glassfish.grizzly.attributes.Attribute;
import org.glassfish.grizzly.nio.NIOConnection;

/** One connection, and how far its present request is. */
final class Wire {

  private static final Logger LOG = Logger.getLogger(Wire.class.getName());
  private static final Attribute<Wire> ATTRIBUTE =
      Grizzly.DEFAULT_ATTRIBUTE_BUILDER.createAttribute(Wire.class.getName());

  /** What is awaited. */
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
    /** Nothing: a WebSocket. */
    SOCKET,
    /** That the client has read why it was refused. */
    REFUSED
  }

  private final Connection<SocketAddress> connection;
  private final InetAddress address;
  private final Budget budget;
  private final int usualUnsent;
  private volatile Phase phase = Phase.NEW;
  private volatile long since = System.nanoTime();
  private volatile long unsentSince;
  private Optional<Body> body = Optional.empty();
  private Optional<FrameLimit> frames = Optional.empty();
  private long held;

  Wire(Connection<SocketAddress> connection, InetAddress address, Budget budget) {
    this.connection = connection;
    this.address = address;
    this.budget = budget;
    this.usualUnsent = connection.getMaxAsyncWriteQueueSize();
    ATTRIBUTE.set(connection, this);
  }

  static Wire of(Connection<?> connection) {
    return ATTRIBUTE.get(connection);
  }

  Connection<SocketAddress> connection() {
    return connection;
  }

  /** From where the client has connected. */
  InetAddress address() {
    return address;
  }

  Phase phase() {
    return phase;
  }

  synchronized void enter(Phase next) {
    phase = next;
    since = System.nanoTime();
  }

  /** Goes from one phase to the next; false if it was another one meanwhile. */
  synchronized boolean leave(Phase from, Phase next) {
    if (phase != from) {
      return false;
    }
    enter(next);
    return true;
  }

  /** How long the phase has lasted. */
  long nanos() {
    return System.nanoTime() - since;
  }

  /** Takes so much memory for what has arrived in part; false if there is no more. */
  synchronized boolean hold(long bytes) {
    if (!budget.change(bytes - held)) {
      return false;
    }
    held = bytes;
    return true;
  }

  /** Gives back what was held. */
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
    // a board that does not fetch its messages is to be noticed, not saved up for
    connection.setMaxAsyncWriteQueueSize(usualUnsent);
    enter(Phase.SOCKET);
  }

  /** How many bytes of answers the client has not fetched. */
  long unsent() {
    long bytes = ((NIOConnection) connection).getAsyncWriteQueue().spaceInBytes();
    if (bytes == 0) {
      unsentSince = 0;
    } else if (unsentSince == 0) {
      unsentSince = System.nanoTime();
    }
    return bytes;
  }

  /** For how long there has been something the client has not fetched. */
  long unsentNanos() {
    return unsentSince == 0 ? 0 : System.nanoTime() - unsentSince;
  }

  /** Says no more; what the client still sends stays in the network until the connection is cut. */
  void endOutput() {
    try {
      ((SocketChannel) ((NIOConnection) connection).getChannel()).shutdownOutput();
    } catch (IOException e) {
      LOG.log(Level.FINE, "the client has gone", e);
    }
  }

  /** Ends the connection at once; to close it would wait until the client has fetched all. */
  void cut() {
    connection.terminateSilently();
  }
}
