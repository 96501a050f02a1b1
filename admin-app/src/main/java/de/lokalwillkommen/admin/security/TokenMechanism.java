package de.lokalwillkommen.admin.security;

import de.lokalwillkommen.core.staff.SecretToken;
import de.lokalwillkommen.core.staff.SignedIn;
import de.lokalwillkommen.core.staff.SigningIn;
import de.lokalwillkommen.core.storage.Storage;
import de.lokalwillkommen.web.away.StorageGate;
import de.lokalwillkommen.web.page.Recognised;
import de.lokalwillkommen.web.request.BearerToken;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.authentication.mechanism.http.HttpAuthenticationMechanism;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;

/**
 * Recognises the caller by a token: programs send it in the {@code Authorization} header, browsers
 * in a {@linkplain SignInCookie cookie}. Sign-ins live in the database, so there is no HTTP
 * session, and all sign-ins survive a restart. It only recognises; {@link AccessGate} decides what
 * strangers may see.
 */
@ApplicationScoped
public class TokenMechanism implements HttpAuthenticationMechanism {

  /** The header by which pages mark a request that no user action has caused. */
  private static final String AUTOMATIC = "X-LW-Automatic";

  private static final Set<String> READING = Set.of("GET", "HEAD");

  private static final Logger LOG = Logger.getLogger(TokenMechanism.class.getName());

  private SigningIn signingIn;
  private Storage storage;

  protected TokenMechanism() {}

  @Inject
  TokenMechanism(SigningIn signingIn, Storage storage) {
    this.signingIn = signingIn;
    this.storage = storage;
  }

  @Override
  public AuthenticationStatus validateRequest(
      HttpServletRequest request, HttpServletResponse response, HttpMessageContext context) {
    if (AccessArea.of(request).isWithoutPeople() || storage.isAway()) {
      return context.doNothing();
    }
    Optional<CurrentUser.Caller> recognised;
    try {
      recognised = recognise(request);
    } catch (RuntimeException e) {
      if (!storage.isToBlameFor(e)) {
        throw e;
      }
      LOG.log(Level.WARNING, "caller not recognised, since a database operation failed", e);
      StorageGate.close(request);
      return context.doNothing();
    }
    recognised.ifPresent(
        r -> {
          r.leaveWith(request);
          Recognised.tell(
              response, r.byCookie() ? SignInCookie.nameIn(request) : Recognised.AUTHORIZATION);
        });
    return recognised
        .map(CurrentUser.Caller::who)
        .map(who -> context.notifyContainerAboutLogin(who.login(), roles(who)))
        .orElseGet(context::doNothing);
  }

  /** A token in the header takes precedence over the cookie, even if it is invalid. */
  private Optional<CurrentUser.Caller> recognise(HttpServletRequest request) {
    String authorization = request.getHeader("Authorization");
    boolean byCookie = authorization == null;
    Optional<SecretToken> token =
        byCookie ? SignInCookie.read(request) : BearerToken.find(authorization);
    boolean byHand = isByHand(request, byCookie);
    return token.flatMap(
        t -> signingIn.recognise(t, byHand).map(who -> new CurrentUser.Caller(who, t, byCookie)));
  }

  /** Open pages refresh themselves, and programs poll: reading does not count as use. */
  private static boolean isByHand(HttpServletRequest request, boolean byCookie) {
    boolean isByItself =
        AccessArea.of(request).isOfOneOffice()
            || request.getHeader(AUTOMATIC) != null
            || !byCookie && READING.contains(request.getMethod());
    return !isByItself;
  }

  private static Set<String> roles(SignedIn who) {
    return who.roles().stream().map(Enum::name).collect(Collectors.toSet());
  }
}
