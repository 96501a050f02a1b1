package de.lokalwillkommen.admin.provider;

import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URI;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.stream.Stream;

/**
 * The provider's addresses and keys, as it publishes them. Both are kept for a while, and keys are
 * read again if a token names an unknown one: at most twice in half a minute, since strangers can
 * send such tokens. While the provider is away the known ones stay in use.
 */
final class Discovery {

  private static final String PATH = "/.well-known/openid-configuration";
  private static final Duration FRESH = Duration.ofHours(1);
  private static final Duration KEYS_FRESH = Duration.ofMinutes(10);
  private static final Duration KEYS_REFRESH = Duration.ofSeconds(10);
  private static final Duration KEYS_AT_MOST_EVERY = Duration.ofSeconds(30);
  private static final Duration KEYS_IN_OUTAGE = Duration.ofHours(12);

  private final String issuer;
  private final ProviderHttp http;
  private final LongSupplier nanoTime;
  private volatile Optional<Published> published = Optional.empty();

  Discovery(String issuer, ProviderHttp http, LongSupplier nanoTime) {
    this.issuer = issuer;
    this.http = http;
    this.nanoTime = nanoTime;
  }

  /**
   * What the provider has published.
   *
   * @param readAt when, by a clock that does not leap
   */
  record Published(OIDCProviderMetadata addresses, JWKSource<SecurityContext> keys, long readAt) {}

  /**
   * What the provider has published, read a while ago at most.
   *
   * @throws IOException if it does not answer and has never done so, or if it is another provider
   */
  synchronized Published get() throws IOException {
    Optional<Published> known = published;
    if (known.filter(p -> nanoTime.getAsLong() - p.readAt() < FRESH.toNanos()).isPresent()) {
      return known.get();
    }
    try {
      published = Optional.of(read(known));
    } catch (IOException e) {
      if (known.isEmpty()) {
        throw e;
      }
      published = known.map(p -> new Published(p.addresses(), p.keys(), nanoTime.getAsLong()));
    }
    return published.orElseThrow();
  }

  /** Whether the provider has answered before. */
  boolean isKnown() {
    return published.isPresent();
  }

  private Published read(Optional<Published> known) throws IOException {
    URI address = URI.create(issuer.replaceAll("/+$", "") + PATH);
    try {
      OIDCProviderMetadata addresses = OIDCProviderMetadata.parse(http.get(address));
      require(addresses);
      JWKSource<SecurityContext> keys =
          known
              .filter(p -> p.addresses().getJWKSetURI().equals(addresses.getJWKSetURI()))
              .map(Published::keys)
              .orElse(null);
      return new Published(
          addresses, keys == null ? keysAt(addresses) : keys, nanoTime.getAsLong());
    } catch (ParseException e) {
      throw new IOException("the configuration is not readable: " + e.getMessage(), e);
    }
  }

  private void require(OIDCProviderMetadata addresses) throws IOException {
    if (!addresses.getIssuer().getValue().equals(issuer)) {
      throw new IOException("the configuration is that of another issuer");
    }
    boolean areSafe =
        Stream.of(
                addresses.getAuthorizationEndpointURI(),
                addresses.getTokenEndpointURI(),
                addresses.getJWKSetURI(),
                Objects.requireNonNullElse(
                    addresses.getEndSessionEndpointURI(), addresses.getJWKSetURI()))
            .allMatch(uri -> uri != null && ProviderHttp.isSafe(uri));
    if (!areSafe) {
      throw new IOException("the configuration lacks an address, or has one without https");
    }
  }

  private JWKSource<SecurityContext> keysAt(OIDCProviderMetadata addresses)
      throws MalformedURLException {
    return JWKSourceBuilder.create(addresses.getJWKSetURI().toURL(), http)
        .cache(KEYS_FRESH.toMillis(), KEYS_REFRESH.toMillis())
        // it would keep threads of its own
        .refreshAheadCache(false)
        .rateLimited(KEYS_AT_MOST_EVERY.toMillis())
        .outageTolerant(KEYS_IN_OUTAGE.toMillis())
        .build();
  }
}
