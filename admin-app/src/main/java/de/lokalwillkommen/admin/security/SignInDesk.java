package de.lokalwillkommen.admin.security;

import de.lokalwillkommen.admin.security.SecondStepCookie.Begun;
import de.lokalwillkommen.core.calling.LeavingCounter;
import de.lokalwillkommen.core.calling.Parting;
import de.lokalwillkommen.core.kernel.Refused;
import de.lokalwillkommen.core.staff.Credentials;
import de.lokalwillkommen.core.staff.SignInEnd;
import de.lokalwillkommen.core.staff.SigningIn;
import de.lokalwillkommen.core.staff.SigningIn.Entry;
import de.lokalwillkommen.core.staff.SigningIn.Welcome;
import de.lokalwillkommen.core.ticketing.TicketView;
import de.lokalwillkommen.web.security.Networks;
import de.lokalwillkommen.web.security.SecurityLog;
import de.lokalwillkommen.web.security.shared.SecurityEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import java.util.function.Function;

/** Signing in and out, for pages and programs: rate-limited, and written to the security log. */
@ApplicationScoped
public class SignInDesk {

  private SigningIn signingIn;
  private SignInThrottle throttle;
  private KnownBrowsers browsers;
  private Networks networks;
  private SecurityLog log;
  private LeavingCounter leaving;

  protected SignInDesk() {}

  @Inject
  SignInDesk(
      SigningIn signingIn,
      SignInThrottle throttle,
      KnownBrowsers browsers,
      Networks networks,
      SecurityLog log,
      LeavingCounter leaving) {
    this.leaving = leaving;
    this.signingIn = signingIn;
    this.throttle = throttle;
    this.browsers = browsers;
    this.networks = networks;
    this.log = log;
  }

  /**
   * Signs a person in, or halfway if a code is needed as well.
   *
   * @param office slug, or empty to sign in without a counter
   * @param counter the label of a counter of that office
   * @throws Refused {@code TOO_OFTEN} after too many failed attempts; or as {@link
   *     SigningIn#signIn} says
   */
  public Entry signIn(
      String name,
      String password,
      Optional<String> office,
      Optional<String> counter,
      HttpServletRequest request) {
    String login = new Credentials(name, password, false).login();
    Optional<String> mark = browsers.findMark(login, request);
    Credentials shown = new Credentials(login, password, mark.isPresent());
    try {
      Entry entry =
          throttle.admit(
              login,
              mark,
              networks.find(request),
              () -> signingIn.signIn(shown, office, counter),
              Welcome.class::isInstance);
      if (entry instanceof Welcome welcome) {
        note(welcome, "password", request);
      }
      return entry;
    } catch (Refused refused) {
      log.write(eventOf(refused), Optional.of(login), refused.refusal().key(), request);
      throw refused;
    }
  }

  /**
   * Signs a person in who has shown the password and shows the code now. Wrong codes count as wrong
   * passwords do.
   *
   * @throws Refused {@code TOO_OFTEN} after too many failed attempts; or as {@link SigningIn#goOn}
   *     says
   */
  public Welcome goOn(Begun begun, String code, HttpServletRequest request) {
    String login = begun.halfway().login();
    try {
      Welcome welcome =
          throttle.admit(
              login,
              browsers.findMark(login, request),
              networks.find(request),
              () -> signingIn.goOn(begun.halfway(), code, begun.office(), begun.counter()));
      note(welcome, "code", request);
      if (!welcome.recoveryCodes().isEmpty()) {
        log.write(SecurityEvent.SECOND_FACTOR_CHANGED, Optional.of(login), "enrolled", request);
      }
      return welcome;
    } catch (Refused refused) {
      log.write(eventOf(refused), Optional.of(login), refused.refusal().key(), request);
      throw refused;
    }
  }

  private void note(Welcome welcome, String how, HttpServletRequest request) {
    Optional<String> login = Optional.of(welcome.who().login());
    log.write(SecurityEvent.SIGNED_IN, login, how, request);
    if (welcome.replaced() > 0) {
      log.write(SecurityEvent.SIGN_IN_REPLACED, login, "replaced", request);
    }
  }

  /**
   * Gives the token to the browser with which a person has signed in, and marks the browser as
   * known.
   */
  public void keep(Welcome welcome, HttpServletRequest request, HttpServletResponse response) {
    SignInCookie.put(welcome.token(), request, response);
    browsers.remember(welcome.who().login(), request, response);
  }

  /** Why the token of this browser is no longer a valid sign-in, if that is still remembered. */
  public Optional<SignInEnd> findEnd(HttpServletRequest request) {
    return SignInCookie.read(request).flatMap(signingIn::findEnd);
  }

  /**
   * Signs the caller out, which also ends the shift.
   *
   * @param decision what happens to each visitor at the counter
   * @throws Refused as {@link LeavingCounter#leave} says
   */
  public void signOut(
      CurrentUser me,
      Function<TicketView, Optional<Parting>> decision,
      HttpServletRequest request) {
    leaving.leave(me.get(), me.token(), decision);
    log.write(SecurityEvent.SIGNED_OUT, Optional.of(me.get().login()), "asked", request);
  }

  private static SecurityEvent eventOf(Refused refused) {
    return switch (refused.refusal().kind()) {
      case TOO_OFTEN, UNAVAILABLE -> SecurityEvent.SIGN_IN_SLOWED;
      case UNKNOWN, GONE, INVALID, CONFLICT, CHANGED_MEANWHILE, NOT_ALLOWED, NOT_SIGNED_IN ->
          SecurityEvent.SIGN_IN_FAILED;
    };
  }
}
