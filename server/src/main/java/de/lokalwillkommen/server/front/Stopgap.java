package de.lokalwillkommen.server.front;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Answers 503 to all while Payara does not listen: before it has opened its port, and while the
 * applications stop, since it closes the port before it stops them. A slow client does not delay
 * others: it gets the page for people when its time is over.
 */
final class Stopgap implements Runnable, Closeable {

  private static final Logger LOG = Logger.getLogger(Stopgap.class.getName());
  private static final int LONGEST_HEAD = 8 * 1024;
  private static final int PATIENCE_MILLIS = 500;
  private static final int PAUSE_MILLIS = 20;
  private static final int MOST_AT_ONCE = 16;
  private static final int LONGEST_CLOSE_MILLIS = 10_000;

  private final SocketAddress address;
  private final byte[] forPeople;
  private final byte[] forPrograms;
  private final ServerSocket listener;
  private Thread listening;
  private final ExecutorService threads =
      new ThreadPoolExecutor(
          0,
          MOST_AT_ONCE,
          1,
          TimeUnit.SECONDS,
          new SynchronousQueue<>(),
          Stopgap::daemon,
          new ThreadPoolExecutor.CallerRunsPolicy());

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
    listening = daemon(this);
    listening.start();
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "front-stopgap");
    thread.setDaemon(true);
    return thread;
  }

  /** Waits until the port is free: it is taken as long as a thread is blocked in accept. */
  @Override
  public void close() throws IOException {
    listener.close();
    try {
      listening.join(LONGEST_CLOSE_MILLIS);
      if (listening.isAlive()) {
        LOG.warning("the port may still be taken");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
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

  private void serve() throws InterruptedException {
    try {
      Socket client = listener.accept();
      threads.execute(() -> serve(client));
    } catch (IOException e) {
      LOG.log(Level.FINE, "the listener is closed, or there are too many open files", e);
      Thread.sleep(PAUSE_MILLIS);
    }
  }

  private void serve(Socket client) {
    try (client) {
      boolean isPerson = wantsPage(client);
      client.getOutputStream().write(isPerson ? forPeople : forPrograms);
      client.shutdownOutput();
    } catch (IOException e) {
      LOG.log(Level.FINE, "a client has gone", e);
    }
  }

  /** Reads the head within the time limit, however slowly its bytes come. */
  private static boolean wantsPage(Socket client) throws IOException {
    long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(PATIENCE_MILLIS);
    InputStream in = client.getInputStream();
    byte[] head = new byte[LONGEST_HEAD];
    int length = 0;
    String read = "";
    while (length < head.length && !read.contains("\r\n\r\n")) {
      long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
      if (left <= 0) {
        return true;
      }
      client.setSoTimeout((int) left);
      try {
        int more = in.read(head, length, head.length - length);
        if (more < 0) {
          return true;
        }
        length += more;
      } catch (SocketTimeoutException slow) {
        return true;
      }
      read = new String(head, 0, length, StandardCharsets.ISO_8859_1);
    }
    return read.contains("text/html");
  }
}
