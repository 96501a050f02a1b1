package de.lokalwillkommen.server.run;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.net.SocketFactory;

/**
 * Creates the sockets of the pool's connections to a PostgreSQL; named in their JDBC address. When
 * the database is away, all sockets are closed at once, which frees every thread that waits for an
 * answer, and new ones are refused until it is back, so that a connection fails at once.
 */
public final class PoolSockets extends SocketFactory {

  private static final Logger LOG = Logger.getLogger(PoolSockets.class.getName());
  private static final Set<Socket> OPEN = ConcurrentHashMap.newKeySet();
  private static volatile boolean cut;

  public PoolSockets() {}

  /** Closes all sockets, because the database is away. */
  static void cut() {
    cut = true;
    for (Socket socket : OPEN) {
      try {
        socket.close();
      } catch (IOException e) {
        LOG.log(Level.FINE, "a socket was closed already", e);
      }
    }
  }

  /** Allows new sockets, because the database is back. */
  static void restore() {
    cut = false;
  }

  @Override
  public Socket createSocket() throws IOException {
    refuseIfCut();
    Socket socket = new Counted();
    OPEN.add(socket);
    if (cut) {
      socket.close();
      refuseIfCut();
    }
    return socket;
  }

  @Override
  public Socket createSocket(String host, int port) {
    throw new UnsupportedOperationException("the driver connects by itself");
  }

  @Override
  public Socket createSocket(String host, int port, InetAddress from, int fromPort) {
    return createSocket(host, port);
  }

  @Override
  public Socket createSocket(InetAddress host, int port) {
    return createSocket(host.getHostAddress(), port);
  }

  @Override
  public Socket createSocket(InetAddress host, int port, InetAddress from, int fromPort) {
    return createSocket(host, port);
  }

  private static void refuseIfCut() throws SocketException {
    if (cut) {
      throw new SocketException("the database is away");
    }
  }

  private static final class Counted extends Socket {

    @Override
    public void close() throws IOException {
      OPEN.remove(this);
      super.close();
    }
  }
}
