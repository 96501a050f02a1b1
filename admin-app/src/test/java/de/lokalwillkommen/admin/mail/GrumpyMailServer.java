package de.lokalwillkommen.admin.mail;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** A mail server on loopback that refuses recipients whose name begins with {@code nobody}. */
final class GrumpyMailServer implements AutoCloseable {

  final AtomicInteger connections = new AtomicInteger();
  final AtomicInteger refusals = new AtomicInteger();
  final List<String> taken = new CopyOnWriteArrayList<>();
  private final ServerSocket door;

  GrumpyMailServer() {
    try {
      door = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Thread thread = new Thread(this::serve, "grumpy mail server");
    thread.setDaemon(true);
    thread.start();
  }

  int port() {
    return door.getLocalPort();
  }

  private void serve() {
    while (!door.isClosed()) {
      try (Socket socket = door.accept()) {
        connections.incrementAndGet();
        talk(socket);
      } catch (IOException gone) {
        // the next connection, unless the server is closed
      }
    }
  }

  private void talk(Socket socket) throws IOException {
    BufferedReader in =
        new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
    say(socket, "220 grumpy");
    String recipient = "";
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      if (line.startsWith("RCPT TO:<nobody")) {
        refusals.incrementAndGet();
        say(socket, "550 5.1.1 " + line.substring("RCPT TO:".length()) + " unknown");
      } else if (line.startsWith("DATA")) {
        say(socket, "354 go on");
        while (!".".equals(in.readLine())) {
          // the letter
        }
        taken.add(recipient);
        say(socket, "250 taken");
      } else {
        recipient = line.startsWith("RCPT") ? line : recipient;
        say(socket, line.startsWith("QUIT") ? "221 at last" : "250 well");
      }
    }
  }

  private static void say(Socket socket, String line) throws IOException {
    socket.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public void close() throws IOException {
    door.close();
  }
}
