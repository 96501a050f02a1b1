package de.lokalwillkommen.admin.provider;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.RemoteKeySourceException;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.RateLimitReachedException;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWT;
import com.nimbusds.jwt.JWTParser;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.openid.connect.sdk.Nonce;
import com.nimbusds.openid.connect.sdk.claims.IDTokenClaimsSet;
import com.nimbusds.openid.connect.sdk.claims.LogoutTokenClaimsSet;
import com.nimbusds.openid.connect.sdk.validators.IDTokenValidator;
import com.nimbusds.openid.connect.sdk.validators.LogoutTokenValidator;
import java.io.IOException;
import java.text.ParseException;
import java.time.Duration;
import java.util.Set;

/**
 * Checks the provider's tokens: signature, issuer, audience, times, and the nonce. Only signatures
 * with a public key count; a token without one, or signed with the client's secret, does not.
 */
final class TokenChecks {

  /** How far the clocks of the two servers may differ. */
  static final Duration SKEW = Duration.ofSeconds(60);

  private static final Set<JWSAlgorithm> ALGORITHMS =
      Set.of(
          JWSAlgorithm.RS256,
          JWSAlgorithm.RS384,
          JWSAlgorithm.RS512,
          JWSAlgorithm.PS256,
          JWSAlgorithm.PS384,
          JWSAlgorithm.PS512,
          JWSAlgorithm.ES256,
          JWSAlgorithm.ES384,
          JWSAlgorithm.ES512);

  private final Issuer issuer;
  private final ClientID client;
  private final JWSVerificationKeySelector<SecurityContext> keys;

  TokenChecks(String issuer, String client, JWKSource<SecurityContext> keys) {
    this.issuer = new Issuer(issuer);
    this.client = new ClientID(client);
    this.keys = new JWSVerificationKeySelector<>(ALGORITHMS, keys);
  }

  /**
   * What an ID token says.
   *
   * @throws InvalidToken if it is not the provider's for this client and this sign-in
   * @throws IOException if the keys cannot be read
   */
  IDTokenClaimsSet checkIdToken(JWT token, String nonce) throws InvalidToken, IOException {
    IDTokenValidator validator = new IDTokenValidator(issuer, client, keys, null);
    validator.setMaxClockSkew(Math.toIntExact(SKEW.toSeconds()));
    return checked(() -> validator.validate(token, new Nonce(nonce)));
  }

  /**
   * What a logout token says.
   *
   * @throws InvalidToken if it is not the provider's for this client
   * @throws IOException if the keys cannot be read
   */
  LogoutTokenClaimsSet checkLogoutToken(String token) throws InvalidToken, IOException {
    // many providers do not mark the type in the head; the claims tell an ID token from this
    LogoutTokenValidator validator = new LogoutTokenValidator(issuer, client, false, keys, null);
    return checked(() -> validator.validate(JWTParser.parse(token)));
  }

  private interface Check<T> {
    T run() throws BadJOSEException, JOSEException, ParseException;
  }

  private static <T> T checked(Check<T> check) throws InvalidToken, IOException {
    try {
      return check.run();
    } catch (RateLimitReachedException e) {
      throw new InvalidToken("its key is unknown", e);
    } catch (RemoteKeySourceException e) {
      throw new IOException("the keys cannot be read", e);
    } catch (KeySourceException e) {
      throw new InvalidToken("it has no usable key", e);
    } catch (BadJOSEException | JOSEException | ParseException e) {
      throw new InvalidToken(e.getMessage(), e);
    }
  }
}
