package de.lokalwillkommen.admin.webhooks;

import de.lokalwillkommen.core.webhooks.DeliveryProblem;
import de.lokalwillkommen.core.webhooks.WebhookHosts;
import de.lokalwillkommen.core.webhooks.WebhookMessage;
import java.net.InetAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

/**
 * Sends messages over HTTP, within limits of time and size. Redirects are not followed: they could
 * lead into the internal network.
 */
final class Dispatch {

  private static final Duration CONNECT = Duration.ofSeconds(5);

  private final WebhookHosts hosts;
  private final Duration patience;
  private final HttpClient client =
      HttpClient.newBuilder()
          .version(Version.HTTP_1_1)
          .followRedirects(Redirect.NEVER)
          .connectTimeout(CONNECT)
          .build();

  /** A name server that does not answer holds a thread up for long, and chores need the others. */
  private final FewAtOnce lookups = new FewAtOnce(2);

  /**
   * @param patience how long an answer may take from the first look at the name of the host on
   */
  Dispatch(WebhookHosts hosts, Duration patience) {
    this.hosts = hosts;
    this.patience = patience;
  }

  /**
   * Sends a message without waiting for the answer.
   *
   * @param threads where the name of the host is resolved, which may take long
   * @return the HTTP status; fails within the patience
   */
  CompletableFuture<Integer> send(WebhookMessage message, Executor threads) {
    CompletableFuture<Integer> answer = new CompletableFuture<>();
    answer.orTimeout(patience.toMillis(), TimeUnit.MILLISECONDS);
    lookups.run(() -> begin(message, answer), threads);
    return answer;
  }

  private void begin(WebhookMessage message, CompletableFuture<Integer> answer) {
    if (answer.isDone()) {
      return;
    }
    try {
      requireAllowed(message.address());
      if (answer.isDone()) {
        return;
      }
      CompletableFuture<HttpResponse<Void>> sent =
          client.sendAsync(request(message), head -> new IgnoredBody());
      sent.whenComplete(
          (response, failure) -> {
            if (failure == null) {
              answer.complete(response.statusCode());
            } else {
              answer.completeExceptionally(failure);
            }
          });
      // an answer that comes drop by drop is given up, too
      answer.whenComplete((status, failure) -> sent.cancel(true));
    } catch (UnknownHostException | RuntimeException e) {
      answer.completeExceptionally(e);
    }
  }

  private HttpRequest request(WebhookMessage message) {
    return HttpRequest.newBuilder(message.address())
        .timeout(patience)
        .header("Content-Type", "application/json")
        .header("User-Agent", "lokal-willkommen")
        .header("Webhook-Id", message.id())
        .header("Webhook-Timestamp", String.valueOf(message.timestamp()))
        .header("Webhook-Signature", message.signature())
        .POST(BodyPublishers.ofString(message.body()))
        .build();
  }

  /** Java keeps what a name means for some seconds, so the client connects to what is checked. */
  private void requireAllowed(URI address) throws UnknownHostException {
    if (!isByProxy(address)) {
      List<InetAddress> resolved = List.of(InetAddress.getAllByName(address.getHost()));
      if (!hosts.admits(address, resolved)) {
        throw new Unreachable(DeliveryProblem.INTERNAL_ADDRESS);
      }
    }
  }

  /** A proxy resolves names itself, and decides itself where it leads. */
  private static boolean isByProxy(URI address) {
    return ProxySelector.getDefault().select(address).stream()
        .anyMatch(proxy -> proxy.type() != Proxy.Type.DIRECT);
  }
}
