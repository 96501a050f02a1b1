package de.lokalwillkommen.server.system;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A network path to a server, or to its database, that can fail silently, as real networks do.
 * Connections are accepted and stay open, but no data passes and nothing is refused; neither side
 * notices. Later all connections continue, or the old ones are lost for good while new ones work,
 * as after a change of Wi-Fi or in a router that has lost its table.
 */
public final class UnreliableNetwork implements AutoCloseable {

  private static final int CHUNK = 16 * 1024;
  private static final String UPGRADE = "\r\nupgrade: websocket";
  private static final String NOT_PASSED =
      "HTTP/1.1 502 Bad Gateway\r\nContent-Length: 0\r\nConnection: close\r\n\r\n";

  private final int target;
  private final ServerSocket entrance;
  private final Set<Way> ways = ConcurrentHashMap.newKeySet();
  private volatile boolean frozen;
  private volatile boolean withoutSockets;

  UnreliableNetwork(RunningServer server) {
    this(server.port());
  }

  /**
   * @param target the port of this machine to which it leads
   */
  public UnreliableNetwork(int target) {
    this.target = target;
    try {
      entrance = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    inBackground(this::admit);
  }

  /** The port at which this network is entered. */
  public int port() {
    return entrance.getLocalPort();
  }

  /** The address of the server through this network. */
  URI uri(String path) {
    return URI.create("http://127.0.0.1:" + port() + path);
  }

  /** Stops passing data, on open and on new connections. */
  public synchronized void freeze() {
    frozen = true;
  }

  /** Passes all data again, including what was held back. */
  public synchronized void thaw() {
    frozen = false;
    notifyAll();
  }

  /** Loses the connections that are open now, without notice to either side. New ones work. */
  public synchronized void loseConnections() {
    ways.forEach(way -> way.lost = true);
    frozen = false;
    notifyAll();
  }

  /** Prevents new connections from becoming WebSockets from now on. */
  void refuseSockets() {
    withoutSockets = true;
  }

  private synchronized void awaitPassage(Way way) throws InterruptedException {
    while (way.lost || frozen) {
      wait();
    }
  }

  private void admit() {
    try {
      while (true) {
        Way way = new Way(entrance.accept(), new Socket());
        ways.add(way);
        inBackground(() -> open(way));
      }
    } catch (IOException closed) {
      ways.forEach(Way::cut);
    }
  }

  /** While no packet passes, a connection does not reach the target at all. */
  private void open(Way way) {
    try {
      awaitPassage(way);
      way.origin.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), target));
      inBackground(() -> way.carry(way.origin, way.client));
      way.carry(way.client, way.origin);
    } catch (IOException gone) {
      way.cut();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      way.cut();
    }
  }

  private static void inBackground(Runnable work) {
    Thread thread = new Thread(work, "unreliable network");
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public void close() {
    try {
      entrance.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    ways.forEach(Way::cut);
  }

  private final class Way {

    private final Socket client;
    private final Socket origin;
    private boolean lost;

    Way(Socket client, Socket origin) {
      this.client = client;
      this.origin = origin;
    }

    private void carry(Socket from, Socket to) {
      byte[] chunk = new byte[CHUNK];
      try {
        InputStream in = from.getInputStream();
        OutputStream out = to.getOutputStream();
        for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) {
          awaitPassage(this);
          if (withoutSockets && from == client && asksForSocket(chunk, read)) {
            client.getOutputStream().write(NOT_PASSED.getBytes(StandardCharsets.US_ASCII));
            break;
          }
          out.write(chunk, 0, read);
        }
        awaitPassage(this);
      } catch (IOException brokenOff) {
        // the side that has closed it knows; the other side is told below
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      cut();
    }

    private static boolean asksForSocket(byte[] chunk, int read) {
      String head = new String(chunk, 0, read, StandardCharsets.ISO_8859_1);
      return head.toLowerCase(Locale.ROOT).contains(UPGRADE);
    }

    private void cut() {
      ways.remove(this);
      try {
        client.close();
        origin.close();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
