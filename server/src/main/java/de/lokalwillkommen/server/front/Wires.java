package de.lokalwillkommen.server.front;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.glassfish.grizzly.CloseListener;
import org.glassfish.grizzly.CloseType;
import org.glassfish.grizzly.Closeable;
import org.glassfish.grizzly.Connection;

/** All connections: their maximum number, and the time limit of each phase. */
final class Wires {

  private static final int KEPT_FOR_KNOWN = 5;
  private static final int CROWDED = 2;
  private static final Duration IDLE_WHEN_CROWDED = Duration.ofSeconds(5);

  private final Set<Wire> all = ConcurrentHashMap.newKeySet();
  private final Map<InetAddress, Integer> fromAddress = new ConcurrentHashMap<>();
  private final Limits limits;
  private final KnownCallers known;
  private final Budget budget;
  private final boolean behindProxy;
  private final Set<InetAddress> proxies;

  /**
   * @param behindProxy whether all clients come through a proxy, named or not
   * @param proxies those that are named
   */
  Wires(
      Limits limits,
      KnownCallers known,
      Budget budget,
      boolean behindProxy,
      Set<InetAddress> proxies) {
    this.limits = limits;
    this.known = known;
    this.budget = budget;
    this.behindProxy = behindProxy;
    this.proxies = proxies;
  }

  /** Registers a connection; false if there are too many. */
  boolean admit(Connection<SocketAddress> connection) {
    InetAddress address = ((InetSocketAddress) connection.getPeerAddress()).getAddress();
    int places =
        isKnown(address)
            ? limits.connections()
            : limits.connections() - limits.connections() / KEPT_FOR_KNOWN;
    boolean one = !hasClients(address);
    int fromHere = fromAddress.merge(address, 1, Integer::sum);
    if (all.size() >= places || one && fromHere > limits.perAddress()) {
      leave(address);
      return false;
    }
    Wire wire = new Wire(connection, address, budget);
    all.add(wire);
    // an application never waits for the client to read its answer; see Limits#unsent
    connection.setMaxAsyncWriteQueueSize(-1);
    CloseListener<Closeable, CloseType> gone =
        (closed, how) -> {
          all.remove(wire);
          wire.release();
          leave(address);
        };
    connection.addCloseListener(gone);
    return true;
  }

  /**
   * Whether many clients share an address: this machine, a named proxy, or an unnamed proxy through
   * which all clients come. An unnamed proxy is recognised by a known caller that came from its
   * address; a stranger who bypasses the proxy has another address.
   */
  private boolean hasClients(InetAddress address) {
    return address.isLoopbackAddress()
        || proxies.contains(address)
        || behindProxy && proxies.isEmpty() && isKnown(address);
  }

  private void leave(InetAddress address) {
    fromAddress.computeIfPresent(address, (a, count) -> count > 1 ? count - 1 : null);
  }

  int count() {
    return all.size();
  }

  /**
   * Closes connections that take too long.
   *
   * @param tooSlow answers a client that has begun a request before its connection is closed
   */
  void sweep(Consumer<Wire> tooSlow) {
    List<Unsent<Wire>> unsent = new ArrayList<>();
    for (Wire wire : all) {
      if (isOver(wire, tooSlow)) {
        wire.cut();
      } else if (wire.phase() != Wire.Phase.SOCKET) {
        long bytes = wire.unsent();
        if (wire.unsentNanos() > limits.answer().toNanos()) {
          wire.cut();
        } else {
          unsent.add(new Unsent<>(wire, bytes, isKnown(wire.address())));
        }
      }
    }
    Unsent.listSurplus(unsent, limits.unsent()).forEach(Wire::cut);
  }

  private boolean isKnown(InetAddress address) {
    return known.knowsAddress(address.getHostAddress());
  }

  /**
   * Whether the connection must be cut. A request that arrives at this very moment wins: its
   * connection is not cut.
   */
  private boolean isOver(Wire wire, Consumer<Wire> tooSlow) {
    Wire.Stage stage = wire.stage();
    return switch (stage.phase()) {
      case NEW, HEAD -> stage.isOver(limits.head()) && wire.leave(stage, Wire.Phase.REFUSED);
      case IDLE -> stage.isOver(idle()) && wire.leave(stage, Wire.Phase.REFUSED);
      case BODY -> {
        if (stage.isOver(limits.body())) {
          tooSlow.accept(wire);
        }
        yield false;
      }
      case REFUSED -> stage.isOver(limits.linger());
      case BUSY, SOCKET -> false;
    };
  }

  private Duration idle() {
    return isCrowded() ? IDLE_WHEN_CROWDED : limits.idle();
  }

  private boolean isCrowded() {
    return all.size() > limits.connections() / CROWDED;
  }
}
