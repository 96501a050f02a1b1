package de.lokalwillkommen.server.front;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Goes on answering 503 while the applications stop, since Payara closes its port before it stops
 * them. It serves one client at a time, for the remaining seconds.
 */
final class LastWord implements Runnable {

  private static final Logger LOG = Logger.getLogger(LastWord.class.getName());
  private static final int LONGEST_HEAD = 8 * 1024;
  private static final int PATIENCE_MILLIS = 500;
  private static final int PAUSE_MILLIS = 20;

  private final InetAddress address;
  private final int port;
  private final byte[] forPeople;
  private final byte[] forPrograms;

  /**
   * @param forPeople the complete answer to a browser
   * @param forPrograms the complete answer to other clients
   */
  LastWord(InetAddress address, int port, byte[] forPeople, byte[] forPrograms) {
    this.address = address;
    this.port = port;
    this.forPeople = forPeople.clone();
    this.forPrograms = forPrograms.clone();
  }

  @Override
  public void run() {
    try (ServerSocket listener = new ServerSocket()) {
      listener.setReuseAddress(true);
      bind(listener);
      while (true) {
        try (Socket client = listener.accept()) {
          answer(client);
        } catch (IOException e) {
          LOG.log(Level.FINE, "a client went away", e);
        }
      }
    } catch (IOException e) {
      LOG.log(Level.FINE, "nobody hears the last word", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Starts as soon as Payara has released the port. */
  private void bind(ServerSocket listener) throws InterruptedException {
    while (!listener.isBound()) {
      try {
        listener.bind(new InetSocketAddress(address, port));
      } catch (IOException stillTaken) {
        Thread.sleep(PAUSE_MILLIS);
      }
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
