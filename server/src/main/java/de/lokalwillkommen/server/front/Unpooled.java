package de.lokalwillkommen.server.front;

import org.glassfish.grizzly.Buffer;
import org.glassfish.grizzly.http.HttpContent;
import org.glassfish.grizzly.http.HttpHeader;

/**
 * Content of a request or answer that never returns to the HTTP server's pool.
 *
 * <p>When an answer is compressed, Grizzly 4.0.2 puts its content into the pool of the thread twice
 * ({@code HttpCodecFilter.encodeContent} and {@code handleWrite}). Two requests that wait for their
 * turn would then share one content, and each client would get the answer of the other.
 */
final class Unpooled extends HttpContent {

  private Unpooled(HttpHeader head, boolean last, Buffer bytes) {
    super(head, last, bytes);
  }

  static Unpooled of(HttpHeader head, boolean last, Buffer bytes) {
    return new Unpooled(head, last, bytes);
  }

  /** The same content; the given one returns to the pool and must not be used any more. */
  static Unpooled of(HttpContent pooled) {
    Unpooled content = of(pooled.getHttpHeader(), pooled.isLast(), pooled.getContent());
    pooled.recycle();
    return content;
  }

  @Override
  public void recycle() {
    reset();
  }
}
