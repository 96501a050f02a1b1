package de.lokalwillkommen.admin.provider;

import com.nimbusds.jose.util.Resource;
import com.nimbusds.jose.util.ResourceRetriever;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.http.HTTPRequestSender;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.oauth2.sdk.http.ReadOnlyHTTPRequest;
import com.nimbusds.oauth2.sdk.http.ReadOnlyHTTPResponse;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Requests to the identity provider. Each has a limit for the whole answer, so that one that comes
 * drop by drop is given up, too; no redirect is followed, and nothing goes in clear but to this
 * machine.
 */
final class ProviderHttp implements HTTPRequestSender, ResourceRetriever {

  private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");
  private static final int OK = 200;

  private final HttpClient client;
  private final Duration patience;

  ProviderHttp(Duration patience) {
    this.patience = patience;
    this.client =
        HttpClient.newBuilder().connectTimeout(patience).followRedirects(Redirect.NEVER).build();
  }

  /** Whether what is sent there cannot be read or changed on the way. */
  static boolean isSafe(URI address) {
    String host = address.getHost();
    return host != null
        && address.getRawUserInfo() == null
        && ("https".equalsIgnoreCase(address.getScheme())
            || "http".equalsIgnoreCase(address.getScheme()) && LOOPBACK.contains(host));
  }

  /** The text at an address. */
  String get(URI address) throws IOException {
    HttpResponse<String> answer =
        send(HttpRequest.newBuilder(address).header("Accept", "application/json").GET());
    if (answer.statusCode() != OK) {
      throw new IOException("status " + answer.statusCode());
    }
    return answer.body();
  }

  @Override
  public Resource retrieveResource(URL url) throws IOException {
    try {
      return new Resource(get(url.toURI()), "application/json");
    } catch (URISyntaxException e) {
      throw new IOException(e);
    }
  }

  @Override
  public ReadOnlyHTTPResponse send(ReadOnlyHTTPRequest request) throws IOException {
    HttpRequest.Builder copy =
        HttpRequest.newBuilder(request.getURI())
            .method(request.getMethod().name(), BodyPublishers.ofString(request.getBody()));
    request
        .getHeaderMap()
        .forEach((name, values) -> values.forEach(value -> copy.header(name, value)));
    HttpResponse<String> answer = send(copy);
    HTTPResponse read = new HTTPResponse(answer.statusCode());
    try {
      read.setContentType(answer.headers().firstValue("Content-Type").orElse("text/plain"));
    } catch (ParseException e) {
      throw new IOException(e);
    }
    read.setBody(answer.body());
    return read;
  }

  private HttpResponse<String> send(HttpRequest.Builder request) throws IOException {
    HttpRequest made = request.header("User-Agent", "lokal-willkommen").build();
    if (!isSafe(made.uri())) {
      throw new IOException("neither https nor this machine");
    }
    CompletableFuture<HttpResponse<String>> answer =
        client.sendAsync(made, head -> new LimitedBody());
    try {
      return answer.get(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException e) {
      throw new IOException(e.getCause());
    } catch (TimeoutException e) {
      throw new IOException("no whole answer within " + patience, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    } finally {
      answer.cancel(true);
    }
  }
}
