package de.lokalwillkommen.server.bench;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.concurrent.CompletionStage;
import java.util.function.LongConsumer;

/** A display that only detects new calls, and stores nothing else. */
final class LeanBoard implements WebSocket.Listener, AutoCloseable {

  private static final String CALL = "\"seq\":";

  private final StringBuilder partial = new StringBuilder();
  private final Runnable heard;
  private final LongConsumer called;
  private volatile long newest = -1;
  private WebSocket socket;

  private LeanBoard(Runnable heard, LongConsumer called) {
    this.heard = heard;
    this.called = called;
  }

  /**
   * Opens a board.
   *
   * @param heard is run for every message
   * @param called gets the number of each call that was not on the board before; the calls of the
   *     first message are not new
   */
  static LeanBoard open(HttpClient http, URI uri, Runnable heard, LongConsumer called) {
    LeanBoard board = new LeanBoard(heard, called);
    board.socket =
        http.newWebSocketBuilder().subprotocols("lw.board.v1").buildAsync(uri, board).join();
    return board;
  }

  /** The number of the last call on the board; negative before the first message. */
  long newest() {
    return newest;
  }

  @Override
  public CompletionStage<?> onText(WebSocket webSocket, CharSequence data, boolean end) {
    partial.append(data);
    if (end) {
      look();
      heard.run();
      partial.setLength(0);
    }
    webSocket.request(1);
    return null;
  }

  private void look() {
    boolean first = newest < 0;
    long last = Math.max(newest, 0);
    for (int at = partial.indexOf(CALL); at >= 0; at = partial.indexOf(CALL, at + 1)) {
      long call = numberAt(at + CALL.length());
      last = Math.max(last, call);
      if (!first && call > newest) {
        called.accept(call);
      }
    }
    newest = last;
  }

  private long numberAt(int from) {
    int to = from;
    while (Character.isDigit(partial.charAt(to))) {
      to++;
    }
    return Long.parseLong(partial, from, to, 10);
  }

  @Override
  public void close() {
    socket.abort();
  }
}
