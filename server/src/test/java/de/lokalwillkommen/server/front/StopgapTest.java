package de.lokalwillkommen.server.front;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class StopgapTest {

  private static final int STARTS = 300;
  private static final int DRIBBLES = 8;
  private static final int LONGER_THAN_ITS_PATIENCE_MILLIS = 200;

  private final List<Socket> sockets = new ArrayList<>();
  private Stopgap stopgap;
  private int port;

  @BeforeEach
  void begin() throws IOException {
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = free.getLocalPort();
    }
    stopgap = stopgap(port);
  }

  private static Stopgap stopgap(int port) throws IOException {
    return Stopgap.begin(
        new InetSocketAddress(InetAddress.getLoopbackAddress(), port),
        "page".getBytes(StandardCharsets.US_ASCII),
        "problem".getBytes(StandardCharsets.US_ASCII));
  }

  @AfterEach
  void close() throws IOException {
    for (Socket socket : sockets) {
      socket.close();
    }
    stopgap.close();
  }

  private Socket open(String sent) throws IOException {
    Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
    socket.setSoTimeout(20_000);
    sockets.add(socket);
    socket.getOutputStream().write(sent.getBytes(StandardCharsets.US_ASCII));
    return socket;
  }

  private static String read(Socket socket) throws IOException {
    return new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
  }

  @Test
  void peopleGetThePageAndProgramsTheProblem() throws IOException {
    assertThat(read(open("GET / HTTP/1.1\r\nAccept: text/html\r\n\r\n"))).isEqualTo("page");
    assertThat(read(open("GET / HTTP/1.1\r\nAccept: */*\r\n\r\n"))).isEqualTo("problem");
  }

  @Test
  void oneClientThatSendsAByteNowAndThenIsAnsweredBeforeItHasFinished() throws Exception {
    Socket slow = open("G");
    int sent = 0;
    while (slow.getInputStream().available() == 0) {
      assertThat(sent++).isLessThan(DRIBBLES);
      Thread.sleep(LONGER_THAN_ITS_PATIENCE_MILLIS);
      slow.getOutputStream().write('E');
    }
    assertThat(new String(slow.getInputStream().readNBytes(4), StandardCharsets.US_ASCII))
        .isEqualTo("page");
  }

  @Test
  void silentClientsDoNotHoldUpOthers() throws IOException {
    for (int i = 0; i < 100; i++) {
      open("");
    }
    assertThat(read(open("GET / HTTP/1.1\r\nAccept: text/html\r\n\r\n"))).isEqualTo("page");
  }

  @Test
  void thePortIsFreeOnceItIsClosed() throws IOException {
    for (int i = 0; i < STARTS; i++) {
      open("GET / HTTP/1.1\r\n\r\n");
      stopgap.close();
      try (ServerSocket payara = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
        assertThat(payara.isBound()).isTrue();
      }
      stopgap = stopgap(port);
    }
  }
}
