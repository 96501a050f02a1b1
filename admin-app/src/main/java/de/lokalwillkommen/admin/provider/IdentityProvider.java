package de.lokalwillkommen.admin.provider;

import com.nimbusds.jwt.JWT;
import com.nimbusds.jwt.JWTParser;
import com.nimbusds.oauth2.sdk.AuthorizationResponse;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import com.nimbusds.openid.connect.sdk.LogoutRequest;
import com.nimbusds.openid.connect.sdk.Nonce;
import com.nimbusds.openid.connect.sdk.Prompt;
import com.nimbusds.openid.connect.sdk.claims.LogoutTokenClaimsSet;
import de.lokalwillkommen.admin.provider.Discovery.Published;
import de.lokalwillkommen.core.federation.ProviderAccount;
import de.lokalwillkommen.core.federation.SigningOutWithProvider.Elsewhere;
import de.lokalwillkommen.core.kernel.Refused;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The identity provider of the city: leads people there, takes what it answers, and leads them
 * there again to sign out. Only one is known, so none can be taken for another (RFC 9207 is checked
 * all the same).
 */
@ApplicationScoped
public class IdentityProvider {

  /** Where the provider leads back to after a sign-in. */
  public static final String CALLBACK = "/provider";

  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private ProviderSettings settings;
  private ProviderGate gate;
  private Discovery discovery;
  private CodeExchange exchange;

  protected IdentityProvider() {}

  @Inject
  public IdentityProvider(ProviderSettings settings) {
    this(settings, PATIENCE);
  }

  IdentityProvider(ProviderSettings settings, Duration patience) {
    if (settings.isConfigured()) {
      ProviderHttp http = new ProviderHttp(patience);
      this.settings = settings;
      this.gate = new ProviderGate(System::nanoTime);
      this.discovery = new Discovery(settings.issuer(), http, System::nanoTime);
      this.exchange = new CodeExchange(settings, http);
    }
  }

  /** Whether there is a provider. Without one nothing else may be asked. */
  public boolean isConfigured() {
    return gate != null;
  }

  /**
   * The address at the provider where a person signs in, and is asked who it is even after an
   * earlier sign-in there.
   *
   * @throws Refused {@code UNAVAILABLE} while it does not answer
   */
  public String signInAddress(Flow flow) {
    return gate.pass(
        () -> {
          AuthenticationRequest.Builder request =
              new AuthenticationRequest.Builder(
                      ResponseType.CODE,
                      Scope.parse(settings.scopes()),
                      new ClientID(settings.clientId()),
                      URI.create(settings.address(CALLBACK)))
                  .endpointURI(discovery.get().addresses().getAuthorizationEndpointURI())
                  .state(new State(flow.state()))
                  .nonce(new Nonce(flow.nonce()))
                  .codeChallenge(new CodeVerifier(flow.verifier()), CodeChallengeMethod.S256)
                  // computers at counters are shared: the provider must not recognise the one
                  // before
                  .prompt(Prompt.Type.LOGIN);
          return request.build().toURI().toString();
        });
  }

  /**
   * The account that has signed in.
   *
   * @param flow what this browser has begun, if anything
   * @param parameters of the address to which the provider has led back
   * @throws Refused {@code NOT_SIGNED_IN} if the answer belongs to no sign-in of this browser, if
   *     the provider refuses, or if its token is not valid; {@code UNAVAILABLE} while it does not
   *     answer
   */
  public ProviderAccount redeem(Optional<Flow> flow, Map<String, List<String>> parameters) {
    AuthorizationResponse answer = CallbackCheck.check(flow, parameters, settings);
    return gate.pass(
        () -> {
          Published published = discovery.get();
          return exchange.redeem(
              flow.orElseThrow(),
              CallbackCheck.success(answer, settings, published.addresses()),
              published);
        });
  }

  /**
   * The address at the provider where a person signs out; empty if it has none.
   *
   * @throws Refused {@code UNAVAILABLE} while it does not answer
   */
  public Optional<String> signOutAddress(Elsewhere session) {
    return gate.pass(
        () ->
            Optional.ofNullable(discovery.get().addresses().getEndSessionEndpointURI())
                .map(
                    end ->
                        new LogoutRequest(
                            end,
                            session.idToken().map(IdentityProvider::parsed).orElse(null),
                            null,
                            new ClientID(settings.clientId()),
                            URI.create(settings.address("/sign-in.xhtml")),
                            null,
                            null))
                .map(request -> request.toURI().toString()));
  }

  private static JWT parsed(String token) {
    try {
      return JWTParser.parse(token);
    } catch (ParseException e) {
      throw new IllegalStateException("a checked token is not readable", e);
    }
  }

  /**
   * What a message of the provider says about a sign-out; empty if it is not the provider's for
   * this client.
   *
   * @throws Refused {@code UNAVAILABLE} while its keys cannot be read
   */
  public Optional<LogoutNotice> readLogout(String token) {
    return gate.pass(
        () -> {
          try {
            return Optional.of(notice(exchange.checks(discovery.get()).checkLogoutToken(token)));
          } catch (InvalidToken e) {
            return Optional.empty();
          }
        });
  }

  /** Whether the provider has answered before; what it has published is kept. */
  public boolean hasKeys() {
    return discovery.isKnown();
  }

  private static LogoutNotice notice(LogoutTokenClaimsSet claims) {
    Instant issued = claims.getIssueTime().toInstant();
    Duration ago = Duration.between(issued, Clock.systemUTC().instant()).minus(TokenChecks.SKEW);
    return new LogoutNotice(
        Optional.ofNullable(claims.getSessionID()).map(id -> id.getValue()),
        Optional.ofNullable(claims.getSubject()).map(id -> id.getValue()),
        ago);
  }

  /** The provider's identifier. */
  public String issuer() {
    return settings.issuer();
  }
}
