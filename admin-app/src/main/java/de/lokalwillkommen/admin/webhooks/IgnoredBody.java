package de.lokalwillkommen.admin.webhooks;

import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow.Subscription;

/** Throws the body of an answer away, and ends one that is long: only the status counts. */
final class IgnoredBody implements BodySubscriber<Void> {

  /** How many bytes are read, so that a connection can be used again. */
  static final int MOST = 64 * 1024;

  private final CompletableFuture<Void> end = new CompletableFuture<>();
  private Subscription source;
  private long bytes;

  @Override
  public CompletionStage<Void> getBody() {
    return end;
  }

  @Override
  public void onSubscribe(Subscription subscription) {
    source = subscription;
    source.request(Long.MAX_VALUE);
  }

  @Override
  public void onNext(List<ByteBuffer> part) {
    bytes += part.stream().mapToLong(ByteBuffer::remaining).sum();
    if (bytes > MOST) {
      source.cancel();
      end.complete(null);
    }
  }

  @Override
  public void onError(Throwable thrown) {
    end.completeExceptionally(thrown);
  }

  @Override
  public void onComplete() {
    end.complete(null);
  }
}
