package de.lokalwillkommen.server.system;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A proxy between a server and its target that can behave as a network that loses every packet:
 * connections stay open, and data is neither passed on nor refused.
 */
public final class FreezingProxy implements AutoCloseable {

  private final ServerSocket door;
  private final int target;
  private final Set<Link> links = ConcurrentHashMap.newKeySet();
  private volatile boolean frozen;

  /**
   * @param target the port on this machine to which it leads
   */
  public FreezingProxy(int target) {
    this.target = target;
    try {
      this.door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    start(this::admit, "freezing proxy");
  }

  public int port() {
    return door.getLocalPort();
  }

  /** Stops passing data. Connections open now stay silent for good, as after a lost NAT entry. */
  public void freeze() {
    frozen = true;
    links.forEach(link -> link.silent = true);
  }

  /** New connections pass again; the old ones stay silent. */
  public void thaw() {
    frozen = false;
  }

  @Override
  public void close() throws IOException {
    door.close();
    links.forEach(Link::close);
  }

  private void admit() {
    try {
      while (true) {
        Socket client = door.accept();
        Link link = new Link(client, frozen);
        links.add(link);
        if (!link.silent) {
          link.open();
        }
      }
    } catch (IOException closed) {
      // the test is over
    }
  }

  private static void start(Runnable work, String name) {
    Thread thread = new Thread(work, name);
    thread.setDaemon(true);
    thread.start();
  }

  private final class Link {
    private final Socket client;
    private final Socket server = new Socket();
    private volatile boolean silent;

    Link(Socket client, boolean silent) {
      this.client = client;
      this.silent = silent;
    }

    void open() {
      try {
        server.connect(new java.net.InetSocketAddress(InetAddress.getLoopbackAddress(), target));
        start(() -> pass(client, server), "to the server");
        start(() -> pass(server, client), "to the client");
      } catch (IOException e) {
        close();
      }
    }

    private void pass(Socket from, Socket to) {
      try {
        InputStream in = from.getInputStream();
        OutputStream out = to.getOutputStream();
        byte[] buffer = new byte[8192];
        for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
          if (!silent) {
            out.write(buffer, 0, n);
          }
        }
      } catch (IOException e) {
        // one side has disconnected
      }
      if (!silent) {
        close();
      }
    }

    void close() {
      links.remove(this);
      closeQuietly(client);
      closeQuietly(server);
    }

    private static void closeQuietly(Closeable end) {
      try {
        end.close();
      } catch (IOException e) {
        // the connection was closed
      }
    }
  }
}
