package de.lokalwillkommen.server.front;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Answers 503 to all while Payara does not listen: before it has opened its port, and while the
 * applications stop, since it closes the port before it stops them. It serves one client at a time,
 * for some seconds.
 */
final class Stopgap implements Runnable, Closeable {

  private static final Logger LOG = Logger.getLogger(Stopgap.class.getName());
  private static final int LONGEST_HEAD = 8 * 1024;
  private static final int PATIENCE_MILLIS = 500;
  private static final int PAUSE_MILLIS = 20;

  private final SocketAddress address;
  private final byte[] forPeople;
  private final byte[] forPrograms;
  private final ServerSocket listener;

  private Stopgap(SocketAddress address, byte[] forPeople, byte[] forPrograms) throws IOException {
    this.address = address;
    this.forPeople = forPeople.clone();
    this.forPrograms = forPrograms.clone();
    this.listener = new ServerSocket();
    listener.setReuseAddress(true);
  }

  /**
   * Listens now, until it is closed.
   *
   * @param forPeople the complete answer to a browser
   * @param forPrograms the complete answer to other clients
   */
  static Stopgap begin(SocketAddress address, byte[] forPeople, byte[] forPrograms)
      throws IOException {
    Stopgap stopgap = new Stopgap(address, forPeople, forPrograms);
    stopgap.listener.bind(address);
    stopgap.start();
    return stopgap;
  }

  /** Listens as soon as Payara has released the port, until the process ends. */
  static void follow(SocketAddress address, byte[] forPeople, byte[] forPrograms)
      throws IOException {
    new Stopgap(address, forPeople, forPrograms).start();
  }

  private void start() {
    Thread thread = new Thread(this, "front-stopgap");
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public void close() throws IOException {
    listener.close();
  }

  @Override
  public void run() {
    try {
      bind();
      while (!listener.isClosed()) {
        serve();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void bind() throws InterruptedException {
    while (!listener.isBound()) {
      try {
        listener.bind(address);
      } catch (IOException stillTaken) {
        Thread.sleep(PAUSE_MILLIS);
      }
    }
  }

  private void serve() {
    try (Socket client = listener.accept()) {
      answer(client);
    } catch (IOException e) {
      LOG.log(Level.FINE, "a client has gone, or the listener", e);
    }
  }

  private void answer(Socket client) throws IOException {
    client.setSoTimeout(PATIENCE_MILLIS);
    InputStream in = client.getInputStream();
    byte[] head = new byte[LONGEST_HEAD];
    int length = 0;
    String read = "";
    while (length < head.length && !read.contains("\r\n\r\n")) {
      int more = in.read(head, length, head.length - length);
      if (more < 0) {
        return;
      }
      length += more;
      read = new String(head, 0, length, StandardCharsets.ISO_8859_1);
    }
    client.getOutputStream().write(read.contains("text/html") ? forPeople : forPrograms);
    client.shutdownOutput();
  }
}
