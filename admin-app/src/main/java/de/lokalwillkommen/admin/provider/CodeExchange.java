package de.lokalwillkommen.admin.provider;

import com.nimbusds.jwt.JWT;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.AuthorizationSuccessResponse;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.TokenResponse;
import com.nimbusds.oauth2.sdk.auth.ClientAuthentication;
import com.nimbusds.oauth2.sdk.auth.ClientAuthenticationMethod;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.auth.ClientSecretPost;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponse;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponseParser;
import com.nimbusds.openid.connect.sdk.claims.IDTokenClaimsSet;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import de.lokalwillkommen.admin.provider.Discovery.Published;
import de.lokalwillkommen.core.federation.ProviderAccount;
import de.lokalwillkommen.core.kernel.Refusal;
import de.lokalwillkommen.core.kernel.Refusal.Kind;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;

/** Exchanges the code of a sign-in for the account, server to server. */
final class CodeExchange {

  private static final Logger LOG = Logger.getLogger(CodeExchange.class.getName());
  private static final int FIRST_SERVER_FAULT = 500;

  private final ProviderSettings settings;
  private final ProviderHttp http;

  CodeExchange(ProviderSettings settings, ProviderHttp http) {
    this.settings = settings;
    this.http = http;
  }

  /** The checks with the provider's present keys. */
  TokenChecks checks(Published published) {
    return new TokenChecks(settings.issuer(), settings.clientId(), published.keys());
  }

  /**
   * The account.
   *
   * @throws IOException if the provider does not answer
   * @throws de.lokalwillkommen.core.kernel.Refused {@code NOT_SIGNED_IN} if it does not accept the
   *     code, or if its token is not valid; {@code UNAVAILABLE} if it fails at this code
   */
  ProviderAccount redeem(Flow flow, AuthorizationSuccessResponse answer, Published published)
      throws IOException {
    try {
      JWT token = exchange(flow, answer, published.addresses());
      return account(checks(published).checkIdToken(token, flow.nonce()), token);
    } catch (InvalidToken e) {
      LOG.log(Level.WARNING, "the identity provider''s token is not accepted: {0}", plain(e));
      throw CallbackCheck.refused("federation.rejected");
    } catch (ParseException e) {
      // the message may quote the answer, which holds tokens
      LOG.warning("the identity provider's answer to a code is not readable");
      throw CallbackCheck.refused("federation.rejected");
    }
  }

  private JWT exchange(
      Flow flow, AuthorizationSuccessResponse answer, OIDCProviderMetadata addresses)
      throws IOException, ParseException {
    TokenRequest request =
        new TokenRequest.Builder(
                addresses.getTokenEndpointURI(),
                authentication(addresses),
                new AuthorizationCodeGrant(
                    answer.getAuthorizationCode(),
                    URI.create(settings.address(IdentityProvider.CALLBACK)),
                    new CodeVerifier(flow.verifier())))
            .build();
    HTTPResponse response = request.toHTTPRequest().send(http);
    if (response.getStatusCode() >= FIRST_SERVER_FAULT) {
      // an answer to this one code, so others are not kept from signing in
      LOG.log(
          Level.WARNING,
          "the identity provider fails at a code with status {0}",
          response.getStatusCode());
      throw Refusal.of(Kind.UNAVAILABLE, "federation.away").asException();
    }
    TokenResponse read = OIDCTokenResponseParser.parse(response);
    if (!read.indicatesSuccess()) {
      LOG.log(
          Level.WARNING,
          "the identity provider does not accept a code: {0}",
          plain(read.toErrorResponse().getErrorObject().getCode()));
      throw CallbackCheck.refused("federation.rejected");
    }
    JWT token = ((OIDCTokenResponse) read).getOIDCTokens().getIDToken();
    return Optional.ofNullable(token).orElseThrow(() -> new ParseException("no ID token"));
  }

  private static String plain(InvalidToken refused) {
    return plain(String.valueOf(refused.getMessage()));
  }

  /** On one line of the log. */
  private static String plain(String text) {
    return String.valueOf(text).replaceAll("[^\\x20-\\x7e]", "?");
  }

  private ClientAuthentication authentication(OIDCProviderMetadata addresses) {
    ClientID client = new ClientID(settings.clientId());
    Secret secret = new Secret(settings.secret());
    List<ClientAuthenticationMethod> methods = addresses.getTokenEndpointAuthMethods();
    boolean isBasic =
        methods == null || methods.contains(ClientAuthenticationMethod.CLIENT_SECRET_BASIC);
    return isBasic ? new ClientSecretBasic(client, secret) : new ClientSecretPost(client, secret);
  }

  private ProviderAccount account(IDTokenClaimsSet claims, JWT token) {
    String name =
        Stream.of("name", "preferred_username")
            .map(claims::getStringClaim)
            .filter(Objects::nonNull)
            .findFirst()
            .orElse("");
    return new ProviderAccount(
        settings.issuer(),
        claims.getSubject().getValue(),
        name,
        ClaimValues.of(claims.toJSONObject(), settings.claim()),
        Optional.ofNullable(claims.getSessionID()).map(id -> id.getValue()),
        token.getParsedString());
  }
}
