package de.lokalwillkommen.server.bench;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * One keep-alive HTTP/1.1 connection with little overhead: the load driver shares the machine with
 * what it measures.
 */
final class LeanHttp implements AutoCloseable {

  private final int port;
  private final String host;
  private Socket socket;
  private InputStream in;
  private OutputStream out;

  /**
   * An answer.
   *
   * @param status the HTTP status
   * @param body the body, empty if there is none
   */
  record Answer(int status, String body) {}

  LeanHttp(int port) throws IOException {
    this.port = port;
    this.host = "127.0.0.1:" + port;
    connect();
  }

  private void connect() throws IOException {
    socket = new Socket(InetAddress.getLoopbackAddress(), port);
    socket.setTcpNoDelay(true);
    in = new BufferedInputStream(socket.getInputStream(), 8192);
    out = socket.getOutputStream();
  }

  Answer get(String path) throws IOException {
    out.write(
        ("GET " + path + " HTTP/1.1\r\nHost: " + host + "\r\n\r\n")
            .getBytes(StandardCharsets.US_ASCII));
    return read();
  }

  Answer post(String path, String body, String header) throws IOException {
    return send("POST", path, body, header + "\r\n");
  }

  Answer put(String path, String body) throws IOException {
    return send("PUT", path, body, "");
  }

  private Answer send(String method, String path, String body, String headers) throws IOException {
    byte[] content = body.getBytes(StandardCharsets.UTF_8);
    String head =
        method
            + " "
            + path
            + " HTTP/1.1\r\nHost: "
            + host
            + "\r\nContent-Type: application/json\r\n"
            + headers
            + "Content-Length: "
            + content.length
            + "\r\n\r\n";
    byte[] start = head.getBytes(StandardCharsets.US_ASCII);
    byte[] message = new byte[start.length + content.length];
    System.arraycopy(start, 0, message, 0, start.length);
    System.arraycopy(content, 0, message, start.length, content.length);
    out.write(message);
    return read();
  }

  private Answer read() throws IOException {
    int status = Integer.parseInt(line().split(" ")[1]);
    int length = 0;
    boolean chunked = false;
    boolean last = false;
    for (String header = line(); !header.isEmpty(); header = line()) {
      String lower = header.toLowerCase(Locale.ROOT);
      if (lower.startsWith("content-length:")) {
        length = Integer.parseInt(lower.substring("content-length:".length()).strip());
      } else if (lower.startsWith("transfer-encoding:") && lower.contains("chunked")) {
        chunked = true;
      } else if (lower.equals("connection: close")) {
        last = true;
      }
    }
    Answer answer = new Answer(status, chunked ? chunks() : text(length));
    if (last) {
      socket.close();
      connect();
    }
    return answer;
  }

  private String chunks() throws IOException {
    StringBuilder body = new StringBuilder();
    for (int size = chunkSize(); size > 0; size = chunkSize()) {
      body.append(text(size));
      line();
    }
    line();
    return body.toString();
  }

  private int chunkSize() throws IOException {
    return Integer.parseInt(line().strip(), 16);
  }

  private String text(int length) throws IOException {
    byte[] bytes = in.readNBytes(length);
    return new String(bytes, StandardCharsets.UTF_8);
  }

  private String line() throws IOException {
    StringBuilder line = new StringBuilder(64);
    while (true) {
      int next = in.read();
      if (next < 0) {
        throw new EOFException();
      }
      if (next == '\n') {
        return line.toString();
      }
      if (next != '\r') {
        line.append((char) next);
      }
    }
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
