package de.lokalwillkommen.server.system;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.net.URI;
import java.net.http.WebSocket;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** A client of a socket that stores the messages it receives. */
public final class SocketClient implements WebSocket.Listener, AutoCloseable {

  private final List<JsonObject> messages = new CopyOnWriteArrayList<>();
  private final CompletableFuture<Integer> closed = new CompletableFuture<>();
  private final StringBuilder partial = new StringBuilder();
  private final Consumer<JsonObject> listener;
  private WebSocket socket;

  private SocketClient(Consumer<JsonObject> listener) {
    this.listener = listener;
  }

  public static SocketClient open(URI uri, String protocol, String... headers) {
    return open(uri, protocol, message -> {}, headers);
  }

  public static SocketClient open(
      URI uri, String protocol, Consumer<JsonObject> listener, String... headers) {
    SocketClient client = new SocketClient(listener);
    WebSocket.Builder builder = Api.HTTP.newWebSocketBuilder().subprotocols(protocol);
    for (int i = 0; i < headers.length; i += 2) {
      builder.header(headers[i], headers[i + 1]);
    }
    client.socket = builder.buildAsync(uri, client).join();
    return client;
  }

  @Override
  public CompletionStage<?> onText(WebSocket webSocket, CharSequence data, boolean last) {
    partial.append(data);
    if (last) {
      try (var reader = Json.createReader(new StringReader(partial.toString()))) {
        JsonObject message = reader.readObject();
        messages.add(message);
        listener.accept(message);
      }
      partial.setLength(0);
    }
    webSocket.request(1);
    return null;
  }

  @Override
  public CompletionStage<?> onClose(WebSocket webSocket, int statusCode, String reason) {
    closed.complete(statusCode);
    return null;
  }

  @Override
  public void onError(WebSocket webSocket, Throwable error) {
    closed.completeExceptionally(error);
  }

  public void say(String text) {
    socket.sendText(text, true).join();
  }

  public void say(byte[] bytes) {
    socket.sendBinary(java.nio.ByteBuffer.wrap(bytes), true).join();
  }

  /** All messages so far. */
  public List<JsonObject> messages() {
    return List.copyOf(messages);
  }

  /** The messages of a type so far. */
  public List<JsonObject> messages(String type) {
    return messages.stream().filter(m -> m.getString("type").equals(type)).toList();
  }

  /** The code with which the server has closed, once it has. */
  public CompletableFuture<Integer> closed() {
    return closed;
  }

  @Override
  public void close() {
    socket.abort();
  }
}
