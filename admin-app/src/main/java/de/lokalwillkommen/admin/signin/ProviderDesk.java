package de.lokalwillkommen.admin.signin;

import de.lokalwillkommen.admin.provider.Flow;
import de.lokalwillkommen.admin.provider.IdentityProvider;
import de.lokalwillkommen.admin.provider.LogoutNotice;
import de.lokalwillkommen.core.federation.ProviderAccount;
import de.lokalwillkommen.core.federation.SigningInByProvider;
import de.lokalwillkommen.core.federation.SigningOutWithProvider;
import de.lokalwillkommen.core.federation.SigningOutWithProvider.Elsewhere;
import de.lokalwillkommen.core.kernel.Refusal.Kind;
import de.lokalwillkommen.core.kernel.Refused;
import de.lokalwillkommen.core.staff.SecretToken;
import de.lokalwillkommen.core.staff.SigningIn.Welcome;
import de.lokalwillkommen.web.ratelimit.RateLimit;
import de.lokalwillkommen.web.ratelimit.StrangerLimit;
import de.lokalwillkommen.web.security.Networks;
import de.lokalwillkommen.web.security.SecurityLog;
import de.lokalwillkommen.web.security.shared.Network;
import de.lokalwillkommen.web.security.shared.SecurityEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Signing in and out over the identity provider: rate-limited, and written to the security log.
 * What succeeds does not count: an office arrives from one network within minutes.
 */
@ApplicationScoped
public class ProviderDesk {

  private final StrangerLimit failures =
      new StrangerLimit(
          () -> RateLimit.of(30, 1, Duration.ofSeconds(5)),
          RateLimit.of(200, 2, Duration.ofSeconds(1)),
          RateLimit.of(50, 1, Duration.ofSeconds(1)));

  /** Of messages that are not the provider's; many true ones may come at once. */
  private final StrangerLimit falseMessages =
      new StrangerLimit(
          () -> RateLimit.of(100, 1, Duration.ofSeconds(1)),
          RateLimit.of(300, 5, Duration.ofSeconds(1)),
          RateLimit.of(100, 5, Duration.ofSeconds(1)));

  private IdentityProvider provider;
  private SigningInByProvider signingIn;
  private SigningOutWithProvider signingOut;
  private Networks networks;
  private SecurityLog log;

  protected ProviderDesk() {}

  @Inject
  ProviderDesk(
      IdentityProvider provider,
      SigningInByProvider signingIn,
      SigningOutWithProvider signingOut,
      Networks networks,
      SecurityLog log) {
    this.provider = provider;
    this.signingIn = signingIn;
    this.signingOut = signingOut;
    this.networks = networks;
    this.log = log;
  }

  /**
   * Signs in with what the provider has answered.
   *
   * @param flow what this browser has begun, if anything
   * @throws Refused {@code TOO_OFTEN} after too many failures; or as {@link
   *     IdentityProvider#redeem} and {@link SigningInByProvider#signIn} say
   */
  Welcome signIn(
      Optional<Flow> flow, Map<String, List<String>> parameters, HttpServletRequest request) {
    try {
      // what belongs to no begun sign-in is refused without asking the provider, and does not count
      StrangerLimit.Taken taken = failures.take(networks.find(request), flow.isPresent() ? 1 : 0);
      ProviderAccount account = provider.redeem(flow, parameters);
      taken.giveBack();
      Flow begun = flow.orElseThrow();
      Welcome welcome = signingIn.signIn(account, begun.office(), begun.counter());
      log.write(SecurityEvent.SIGNED_IN, Optional.of(welcome.who().login()), "provider", request);
      return welcome;
    } catch (Refused refused) {
      Kind kind = refused.refusal().kind();
      boolean isSlowed = kind == Kind.TOO_OFTEN || kind == Kind.UNAVAILABLE;
      log.write(
          isSlowed ? SecurityEvent.SIGN_IN_SLOWED : SecurityEvent.SIGN_IN_FAILED,
          Optional.empty(),
          refused.refusal().key(),
          request);
      throw refused;
    }
  }

  /** The provider's session behind a sign-in; empty if it was made with a password. */
  Optional<Elsewhere> findSession(SecretToken token) {
    return provider.isConfigured() ? signingOut.find(token) : Optional.empty();
  }

  /**
   * Ends the sign-ins that the provider names.
   *
   * @return whether the message was the provider's
   * @throws Refused {@code TOO_OFTEN} after too many that were not; {@code UNAVAILABLE} while the
   *     provider's keys cannot be read
   */
  boolean endNamedIn(String logoutToken, HttpServletRequest request) {
    Optional<Network> network = networks.find(request);
    // with the keys at hand a signature is checked in this server alone, so that a true message is
    // taken whatever strangers have sent; without them each message could ask the provider
    boolean mayAsk = !provider.hasKeys();
    Optional<StrangerLimit.Taken> taken =
        mayAsk ? Optional.of(falseMessages.take(network, 1)) : Optional.empty();
    Optional<LogoutNotice> notice = read(logoutToken, taken);
    if (notice.isEmpty()) {
      if (!mayAsk) {
        falseMessages.take(network, 1);
      }
      log.write(SecurityEvent.INVALID_REQUEST, Optional.empty(), "logout-token", request);
      return false;
    }
    taken.ifPresent(StrangerLimit.Taken::giveBack);
    end(notice.get());
    log.write(SecurityEvent.SIGNED_OUT, Optional.empty(), "provider", request);
    return true;
  }

  private Optional<LogoutNotice> read(String logoutToken, Optional<StrangerLimit.Taken> taken) {
    try {
      return provider.readLogout(logoutToken);
    } catch (Refused away) {
      taken.ifPresent(StrangerLimit.Taken::giveBack);
      throw away;
    }
  }

  private void end(LogoutNotice notice) {
    String issuer = provider.issuer();
    if (notice.session().isPresent()) {
      signingOut.endSession(issuer, notice.session().get());
    } else {
      notice.subject().ifPresent(subject -> signingOut.endAll(issuer, subject, notice.ago()));
    }
  }
}
