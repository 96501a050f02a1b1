package de.lokalwillkommen.admin.provider;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.oauth2.sdk.pkce.CodeChallenge;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.oauth2.sdk.util.URLUtils;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;

/** An identity provider in this JVM: its answers can be changed, delayed, or made wrong. */
final class TinyProvider implements AutoCloseable {

  private static final String FAULT = "fault";

  static final String CLIENT = "lokal-willkommen";
  static final String SECRET = "not so secret";
  static final String PAGES = "https://lokal.stadt.example";

  private static final RSAKey KEY = newKey("first");
  private static final RSAKey OTHER = newKey("other");

  private final HttpServer server;
  private final Map<String, Map<String, String>> codes = new ConcurrentHashMap<>();

  /** How often the keys were read. */
  final AtomicInteger keysRead = new AtomicInteger();

  /** How often the configuration was read. */
  final AtomicInteger configurationsRead = new AtomicInteger();

  /** Changes the claims of the next token. */
  volatile UnaryOperator<JWTClaimsSet.Builder> claims = builder -> builder;

  /** Makes the token of the claims. */
  volatile BiFunction<TinyProvider, JWTClaimsSet, String> signing = (p, set) -> p.sign(KEY, set);

  /** Changes the configuration. */
  volatile UnaryOperator<String> configuration = text -> text;

  /** Whether it answers a code with a fault of its own. */
  volatile boolean failsAtCodes;

  /** How long each answer takes, in milliseconds. */
  volatile long delay;

  TinyProvider() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(Executors.newCachedThreadPool());
    server.createContext("/.well-known/openid-configuration", x -> answer(x, configuration()));
    server.createContext("/keys", x -> answer(x, keys()));
    server.createContext("/token", x -> answer(x, token(x)));
    server.start();
  }

  private static RSAKey newKey(String id) {
    try {
      return new RSAKeyGenerator(2048).keyID(id).generate();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  String issuer() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /** The settings of a server that uses this provider. */
  ProviderSettings settings(Path secretFile) {
    Map<String, String> given =
        Map.of(
            "lw.oidc.issuer",
            issuer(),
            "lw.oidc.client-id",
            CLIENT,
            "lw.oidc.client-secret-file",
            secretFile.toString(),
            "lw.oidc.pages",
            PAGES);
    return new ProviderSettings(name -> java.util.Optional.ofNullable(given.get(name)));
  }

  private String configuration() {
    configurationsRead.incrementAndGet();
    return configuration.apply(
        """
        {"issuer":"%1$s","authorization_endpoint":"%1$s/auth","token_endpoint":"%1$s/token",
         "jwks_uri":"%1$s/keys","end_session_endpoint":"%1$s/end",
         "response_types_supported":["code"],"subject_types_supported":["public"],
         "id_token_signing_alg_values_supported":["RS256"]}"""
            .formatted(issuer()));
  }

  private String keys() {
    keysRead.incrementAndGet();
    return new JWKSet(KEY.toPublicJWK()).toString();
  }

  /** A person signs in at the provider; gives the parameters of the way back. */
  Map<String, List<String>> signIn(String address) {
    Map<String, String> asked = parameters(URI.create(address).getRawQuery());
    String code = "code-" + codes.size();
    codes.put(code, asked);
    Map<String, List<String>> back = new HashMap<>();
    back.put("code", List.of(code));
    back.put("state", List.of(asked.get("state")));
    return back;
  }

  static Map<String, String> parameters(String query) {
    Map<String, String> read = new HashMap<>();
    URLUtils.parseParameters(query).forEach((name, values) -> read.put(name, values.get(0)));
    return read;
  }

  private String token(HttpExchange exchange) throws IOException {
    if (failsAtCodes) {
      return FAULT;
    }
    String basic =
        Base64.getEncoder()
            .encodeToString((CLIENT + ":not+so+secret").getBytes(StandardCharsets.UTF_8));
    Map<String, String> sent =
        parameters(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
    Map<String, String> asked = codes.remove(sent.getOrDefault("code", ""));
    boolean isRight =
        asked != null
            && ("Basic " + basic).equals(exchange.getRequestHeaders().getFirst("Authorization"))
            && asked.get("redirect_uri").equals(sent.get("redirect_uri"))
            && CodeChallenge.compute(
                    CodeChallengeMethod.S256, new CodeVerifier(sent.get("code_verifier")))
                .getValue()
                .equals(asked.get("code_challenge"));
    if (!isRight) {
      return "{\"error\":\"invalid_grant\"}";
    }
    return "{\"access_token\":\"a\",\"token_type\":\"Bearer\",\"id_token\":\"%s\"}"
        .formatted(idToken(asked.get("nonce")));
  }

  private String idToken(String nonce) {
    Date now = Date.from(Instant.now());
    JWTClaimsSet.Builder builder =
        new JWTClaimsSet.Builder()
            .issuer(issuer())
            .audience(CLIENT)
            .subject("4711")
            .issueTime(now)
            .expirationTime(Date.from(Instant.now().plusSeconds(60)))
            .claim("nonce", nonce)
            .claim("sid", "session-1")
            .claim("name", "Jana Beispiel")
            .claim("groups", List.of("/rat", "/it"));
    return signing.apply(this, claims.apply(builder).build());
  }

  /** A message that a session has ended. */
  String logoutToken(UnaryOperator<JWTClaimsSet.Builder> change) {
    JWTClaimsSet.Builder builder =
        new JWTClaimsSet.Builder()
            .issuer(issuer())
            .audience(CLIENT)
            .subject("4711")
            .jwtID("1")
            .issueTime(new Date())
            .expirationTime(Date.from(Instant.now().plusSeconds(60)))
            .claim("sid", "session-1")
            .claim(
                "events", Map.of("http://schemas.openid.net/event/backchannel-logout", Map.of()));
    return sign(KEY, change.apply(builder).build());
  }

  /** Signed with a key that the provider does not publish. */
  String signWithOther(JWTClaimsSet set) {
    return sign(OTHER, set);
  }

  private String sign(RSAKey key, JWTClaimsSet set) {
    try {
      SignedJWT token =
          new SignedJWT(
              new JWSHeader.Builder(JWSAlgorithm.RS256)
                  .type(JOSEObjectType.JWT)
                  .keyID(key.getKeyID())
                  .build(),
              set);
      token.sign(new RSASSASigner(key));
      return token.serialize();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  private void answer(HttpExchange exchange, String text) throws IOException {
    try (exchange) {
      Thread.sleep(delay);
      byte[] body = text.getBytes(StandardCharsets.UTF_8);
      exchange.getResponseHeaders().set("Content-Type", "application/json");
      int refused = text.contains("\"error\"") ? 400 : 200;
      exchange.sendResponseHeaders(text.equals(FAULT) ? 500 : refused, body.length);
      exchange.getResponseBody().write(body);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
