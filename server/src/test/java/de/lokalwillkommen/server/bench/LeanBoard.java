package de.lokalwillkommen.server.bench;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.concurrent.CompletionStage;
import java.util.function.BiConsumer;

/** A display that only looks who has been called last, and keeps nothing. */
final class LeanBoard implements WebSocket.Listener, AutoCloseable {

  private static final String LAST_CALL = "\"calls\":[{\"number\":\"";

  private final StringBuilder partial = new StringBuilder();
  private final BiConsumer<LeanBoard, String> listener;
  private String last = "";
  private WebSocket socket;

  private LeanBoard(BiConsumer<LeanBoard, String> listener) {
    this.listener = listener;
  }

  /**
   * Opens a board.
   *
   * @param listener hears every message: the number called last if it is another one than before,
   *     else the empty string
   */
  static LeanBoard open(HttpClient http, URI uri, BiConsumer<LeanBoard, String> listener) {
    LeanBoard board = new LeanBoard(listener);
    board.socket =
        http.newWebSocketBuilder().subprotocols("lw.board.v1").buildAsync(uri, board).join();
    return board;
  }

  @Override
  public CompletionStage<?> onText(WebSocket webSocket, CharSequence data, boolean end) {
    partial.append(data);
    if (end) {
      listener.accept(this, newCall());
      partial.setLength(0);
    }
    webSocket.request(1);
    return null;
  }

  private String newCall() {
    int at = partial.indexOf(LAST_CALL);
    if (at < 0) {
      return "";
    }
    int from = at + LAST_CALL.length();
    String number = partial.substring(from, partial.indexOf("\"", from));
    if (number.equals(last)) {
      return "";
    }
    last = number;
    return number;
  }

  @Override
  public void close() {
    socket.abort();
  }
}
