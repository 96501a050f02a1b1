package de.lokalwillkommen.admin.security;

import de.lokalwillkommen.core.kernel.Refusal.Kind;
import de.lokalwillkommen.core.kernel.Refused;
import de.lokalwillkommen.core.people.OwnAccount;
import de.lokalwillkommen.core.staff.Credentials;
import de.lokalwillkommen.web.security.Networks;
import de.lokalwillkommen.web.security.SecurityLog;
import de.lokalwillkommen.web.security.shared.SecurityEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/**
 * Changing the own password: rate-limited like signing in, so that an open console is no place to
 * guess it, and written to the security log.
 */
@ApplicationScoped
public class PasswordDesk {

  private OwnAccount own;
  private SignInThrottle throttle;
  private KnownBrowsers browsers;
  private Networks networks;
  private SecurityLog log;

  protected PasswordDesk() {}

  @Inject
  PasswordDesk(
      OwnAccount own,
      SignInThrottle throttle,
      KnownBrowsers browsers,
      Networks networks,
      SecurityLog log) {
    this.own = own;
    this.throttle = throttle;
    this.browsers = browsers;
    this.networks = networks;
    this.log = log;
  }

  /**
   * Changes the caller's password.
   *
   * @throws Refused {@code TOO_OFTEN} after too many wrong passwords; or as {@link
   *     OwnAccount#changePassword} says
   */
  public void change(CurrentUser me, String present, String chosen, HttpServletRequest request) {
    String login = me.get().login();
    Optional<String> mark = browsers.findMark(login, request);
    Credentials shown = new Credentials(login, present, mark.isPresent());
    try {
      throttle.admit(
          login,
          mark,
          networks.find(request),
          () -> {
            own.changePassword(me.get(), me.token(), shown, chosen);
            return login;
          });
      log.write(SecurityEvent.PASSWORD_CHANGED, Optional.of(login), "own", request);
    } catch (Refused refused) {
      note(refused, login, request);
      throw refused;
    }
  }

  private void note(Refused refused, String login, HttpServletRequest request) {
    Kind kind = refused.refusal().kind();
    if (kind == Kind.NOT_SIGNED_IN || kind == Kind.TOO_OFTEN) {
      SecurityEvent event =
          kind == Kind.TOO_OFTEN ? SecurityEvent.SIGN_IN_SLOWED : SecurityEvent.SIGN_IN_FAILED;
      log.write(event, Optional.of(login), refused.refusal().key(), request);
    }
  }
}
